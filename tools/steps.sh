# steps.sh: runs named steps and sums what they say. Sourced by bin/test and bin/ci.
# A step's last line "N passed, N failed" counts; a step that says none counts as one, by its exit code.
passed=0
failed=0

step() {
	name=$1
	shift
	log=$(mktemp)
	printf '== %s\n' "$name"
	if "$@" >"$log" 2>&1; then code=0; else code=$?; fi
	line=$(grep -E '^[0-9]+ passed, [0-9]+ failed$' "$log" | tail -n 1 || true)
	if [ -n "$line" ]; then
		p=${line%% passed*}
		f=${line#*passed, }
		f=${f%% failed*}
	elif [ "$code" = 0 ]; then p=1; f=0
	else p=0; f=1
	fi
	[ "$code" = 0 ] || [ "$f" != 0 ] || f=1
	passed=$((passed + p))
	failed=$((failed + f))
	if [ "$f" = 0 ]; then
		grep -E '^(note:|[0-9]+ passed)' "$log" | tail -n 12 || true
	else
		tail -n 120 "$log"
		printf '%s: %s passed, %s failed (exit %s)\n' "$name" "$p" "$f" "$code"
	fi
	rm -f "$log"
}

sum() {
	printf '%s passed, %s failed\n' "$passed" "$failed"
	[ "$failed" = 0 ]
}
