# SPDX-FileCopyrightText: 2026 Ionbench contributors
# SPDX-License-Identifier: EPL-2.0
# Sourced by ./ionbench and ./test: finds a JDK 25 or newer and Maven 3.9.

say() { printf '%s\n' "$*" >&2; }

die() {
    say "$1"
    exit "${2:-3}"
}

# The feature release of a JDK's java, 0 if it has none.
java_release() {
    "$1/bin/java" -version 2>&1 | sed -n '1s/.*version "\([0-9]*\).*/\1/p' | grep . || echo 0
}

# Sets JAVA_HOME to the first JDK 25 or newer of JAVA_HOME, PATH and /usr/lib/jvm.
find_jdk() {
    local candidate on_path=
    if command -v javac >/dev/null 2>&1; then
        on_path=$(dirname "$(dirname "$(readlink -f "$(command -v javac)")")")
    fi
    for candidate in "${JAVA_HOME:-}" "$on_path" /usr/lib/jvm/*; do
        [ -n "$candidate" ] && [ -x "$candidate/bin/javac" ] || continue
        if [ "$(java_release "$candidate")" -ge 25 ]; then
            export JAVA_HOME=$candidate
            return
        fi
    done
    die "Ionbench needs a JDK 25 or newer: install one or let JAVA_HOME name it."
}

# Sets MVN to a Maven 3.9, which the Maven that is there brings as an artifact where it is older.
find_maven() {
    local version=3.9.16
    MVN=$root/.mvn/maven/apache-maven-$version/bin/mvn
    [ -x "$MVN" ] && return
    command -v mvn >/dev/null 2>&1 ||
        die "Ionbench is built with Maven: install it (Debian: apt-get install maven)."
    if mvn -v 2>/dev/null | grep -q '^[^0-9]*Apache Maven 3\.9\.'; then
        MVN=$(command -v mvn)
        return
    fi
    say "Getting Maven $version"
    mkdir -p "$root/.mvn/maven"
    mvn -q -B -Dstyle.color=never -f "$root/releng/scripts/pom.xml" \
        org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy \
        -Dartifact=org.apache.maven:apache-maven:$version:zip:bin \
        -DoutputDirectory="$root/.mvn/maven" >&2 ||
        die "Maven $version could not be fetched."
    (cd "$root/.mvn/maven" && "$JAVA_HOME/bin/jar" xf apache-maven-$version-bin.zip) ||
        die "Maven $version could not be unpacked."
    chmod +x "$MVN"
}
