/* ids.h: as sqlgen would write it for types.json. */
#ifndef IDS_H
#define IDS_H
#include <stdint.h>
typedef struct { int64_t n; } person_id;
typedef struct { int64_t n; } account_id;
typedef struct { int64_t n; } goal_id;
typedef struct { int64_t n; } section_id;
typedef struct { int64_t n; } question_id;
typedef struct { int64_t n; } evidence_id;
#endif
