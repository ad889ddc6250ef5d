#!/bin/sh
# run.sh SECONDS: each reader of outside bytes is fuzzed from its corpus; then each must find the
# overflow planted in it with -DPLANT. Needs IDS, the folder of the generated ids.h (build/gen).
seconds=${1:-60}
root=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
passed=0
failed=0
trap 'rm -rf "$work"' EXIT

ids=${IDS:-$(dirname "$(find "$root"/build* -name ids.h 2>/dev/null | head -n 1)")}
http="gate body body_multipart body_json cookie csrf settings site keys wants reply"
base="arena base chance log out text digest day"
files=
for f in $http; do files="$files $root/src/http/$f.c"; done
for f in $base; do [ -f "$root/src/base/$f.c" ] && files="$files $root/src/base/$f.c"; done
[ -f "$root/src/base/number.c" ] && files="$files $root/src/base/number.c"

build() {       # name, file, more flags
	# shellcheck disable=SC2086
	clang -std=gnu17 -D_GNU_SOURCE -g -O1 -fsanitize=fuzzer,address,undefined \
	    -fno-sanitize-recover=all $3 -I"$root/src" -I"$ids" "$root/tests/fuzz/$1.c" $files \
	    -o "$2" -ljansson -lsodium -lutf8proc -lm >"$work/build" 2>&1 || { cat "$work/build"; return 1; }
}

count() {       # 0 or not, words
	if [ "$1" -eq 0 ]; then passed=$((passed + 1)); echo "ok - $2"
	else failed=$((failed + 1)); echo "not ok - $2"; fi
}

for name in gate forms json; do
	mkdir -p "$work/new" "$work/planted"
	build "fuzz_$name" "$work/$name" "" &&
	    "$work/$name" -max_total_time="$seconds" -timeout=10 -max_len=16384 -print_final_stats=1 \
	        -artifact_prefix="$work/" "$work/new" "$root/tests/fuzz/corpus/$name" >"$work/log" 2>&1
	found=$?
	[ $found -eq 0 ] || tail -n 40 "$work/log"
	runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$work/log")
	count $found "$name: no harm in ${runs:-no} inputs"
	rm -rf "$work/new"
	if build "fuzz_$name" "$work/$name.planted" -DPLANT; then
		"$work/$name.planted" -max_total_time=60 -max_len=4096 -artifact_prefix="$work/" \
		    "$work/planted" "$root/tests/fuzz/corpus/$name" >"$work/log" 2>&1
		grep -Eq 'ERROR: AddressSanitizer|runtime error' "$work/log"
		count $? "$name: the planted overflow is found"
	else
		count 1 "$name: the planted overflow is found"
	fi
	rm -rf "$work/planted"
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
