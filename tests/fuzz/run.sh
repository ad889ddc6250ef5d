#!/bin/bash
# run.sh SECONDS: each reader of outside bytes is fuzzed from its corpus; then each must find the
# overflow planted in it with -DPLANT (in the reader itself, near a real limit).
# Last line: N passed, N failed.
set -u
cd "$(dirname "$0")/../.." || exit 1
seconds=${1:-60}
passed=0
failed=0
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# A library with coverage for the fuzzer, all of the program but main.
bin/gen || exit 1
flags='-fsanitize=fuzzer-no-link'
[ -f build-fuzz/build.ninja ] || CC=clang meson setup build-fuzz -Db_sanitize=address,undefined -Db_lundef=false \
	-Doptimization=1 -Dc_args="$flags" >/dev/null || exit 1
meson setup --reconfigure build-fuzz >/dev/null && ninja -C build-fuzz libmeridian.a --quiet || { echo "0 passed, 1 failed"; exit 1; }
libs="$(pkg-config --libs libmicrohttpd sqlite3 libpq jansson libsodium libutf8proc zlib libzstd libcurl expat libzip) -lopenblas -lamd -lm -lpthread"

# name: the file where its overflow is planted
targets='gate:src/http/gate.c forms:src/http/body_multipart.c json:src/http/body_json.c csv:src/app/people/people_csv.c
	xlsx:src/app/people/people_zip.c dates:src/app/people/people_dates.c mapping:src/app/people/people_headers.c entries:src/views/form.c
	letter:src/jobs/letter.c cases:tests/statcases/case_table.c'

build() {       # target, output, planted file or nothing
	# shellcheck disable=SC2086
	clang -std=gnu17 -D_GNU_SOURCE -g -O1 -fsanitize=fuzzer,address,undefined -fno-sanitize-recover=all ${3:+-DPLANT} \
		-Isrc -Isrc/app -Igen $(pkg-config --cflags libpq) "tests/fuzz/fuzz_$1.c" ${3:-} $4 build-fuzz/libmeridian.a $libs -o "$2" \
		>"$work/$1.build" 2>&1 || { cat "$work/$1.build"; return 1; }
}

count() {       # 0 or not, words
	if [ "$1" -eq 0 ]; then passed=$((passed + 1)); echo "note: ok - $2"
	else failed=$((failed + 1)); echo "not ok - $2"; fi
}

for target in $targets; do
	name=${target%%:*} planted=${target#*:} more=
	own=
	[ "$name" = entries ] && more=gen/forms_fuzz.c
	if [ "$name" = cases ]; then         # the planted file is one of its own: it comes once
		own=$planted
		more="-Itests -Dmain=statcases_main $(find tests/statcases -name '*.c' ! -name case_table.c | tr '\n' ' ')"
	fi
	mkdir -p "$work/$name.new" "$work/$name.planted.new"
	if build "$name" "$work/$name" "" "$more $own"; then
		"$work/$name" -max_total_time="$seconds" -timeout=10 -max_len=16384 -print_final_stats=1 \
			-artifact_prefix="$work/" "$work/$name.new" "tests/fuzz/corpus/$name" >"$work/$name.log" 2>&1
		found=$?
		[ $found -eq 0 ] || tail -n 40 "$work/$name.log"
		runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$work/$name.log")
		count $found "$name: no harm in ${runs:-no} inputs"
	else
		count 1 "$name builds"
	fi
	if build "$name" "$work/$name.planted" "$planted" "$more"; then
		"$work/$name.planted" -max_total_time=60 -max_len=4096 -artifact_prefix="$work/" \
			"$work/$name.planted.new" "tests/fuzz/corpus/$name" >"$work/$name.log" 2>&1
		grep -Eq 'ERROR: AddressSanitizer|runtime error' "$work/$name.log"
		count $? "$name: the planted overflow is found"
	else
		count 1 "$name builds with its overflow"
	fi
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
