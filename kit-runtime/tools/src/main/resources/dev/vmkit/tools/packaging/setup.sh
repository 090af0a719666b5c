#!/usr/bin/env bash
# Gradescope runs this once, when it builds the autograder's image.
set -euo pipefail
source=${AUTOGRADER:-/autograder}/source

if [ -z "${AUTOGRADER:-}" ]; then # a local run uses what is there
    apt-get update
    apt-get install -y --no-install-recommends openjdk-25-jdk-headless bubblewrap || {
        echo "This image has no JDK 25: choose a newer Ubuntu in Gradescope's settings of the autograder." >&2
        exit 1
    }
fi
chmod +x "$source/run_autograder" "$source/kit/kit"
"$source/kit/kit" list >/dev/null # makes the cache with which the kit starts faster
