enum { SEE_RATING = 1 };
