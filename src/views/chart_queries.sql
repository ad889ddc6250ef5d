-- Rows of which charts are drawn: types only, no question to the database.

-- type chart_month: month int, year int, from_on day, n int, bar_x int, width int, mid int, y int, height int, figure_y int, labelled flag, tone word
-- type chart_level: label text, n int?, share percent?, width int
