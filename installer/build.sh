#!/usr/bin/env bash
# Packs Kindred with a Java of its own and with the engine unpacked, so that it needs nothing but the system.
#   installer/build.sh [app-image|deb|msi|dmg]      into target/installer
# Needs JDK 17 and Maven; on Linux also zip and binutils, for deb fakeroot, for msi WiX 3. Only Linux has been tried.
set -euo pipefail
cd "$(dirname "$0")/.."

type=${1:-app-image}
out=target/installer
input=target/installer-input
work=target/installer-work
version=$(sed -n 's|^  <version>\(.*\)</version>|\1|p' pom.xml | head -1)
libtorch=$(sed -n 's|.*<libtorch.version>\(.*\)</libtorch.version>.*|\1|p' pom.xml)

case "$(uname -s)" in
  Linux) icon=png terminal=kindred ;;
  Darwin) icon=icns terminal=kindred-terminal ;; # file names differ in more than capitals there
  *) icon=ico terminal=kindred-terminal ;;
esac

if [ -z "${SKIP_BUILD:-}" ]; then
  rm -rf target/lib # else a library that the program no longer has would be packed
  mvn -q -DskipTests package
fi
rm -rf "$input" "$work"
mkdir -p "$input/lib" "$input/engine" "$work" "$out"

java installer/Licenses.java target/lib "$input/licenses" "${MAVEN_REPOSITORY:-$HOME/.m2/repository}" installer/licenses

# The program and its libraries; the engine's natives lie unpacked beside them, not a second time in a JAR.
cp target/kindred.jar "$input/"
cp target/lib/*.jar "$input/lib/"
(cd "$work" && jar xf ../lib/pytorch-native-cpu-*.jar)
find "$work" -type f \( -name '*.so*' -o -name '*.dylib' -o -name '*.dll' \) -exec mv {} "$input/engine/" \;
rm -rf "$work"/* "$input"/lib/pytorch-native-cpu-*.jar
if [ "$(uname -s)" = Linux ]; then
  # Three parts carry the natives of every system; only this one's are packed (with those for CUDA, which a user may bring).
  machine=$(uname -m)
  for jar in "$input"/lib/{onnxruntime,pytorch-jni,jna}-[0-9]*.jar; do
    jar tf "$jar" | grep -E '\.(so|a|dylib|jnilib|dll)$|\.dSYM/' |
      grep -v -E "/linux-(${machine}|${machine//_/-}|${machine/x86_64/x64})/" | zip -q -d "$jar" -@
  done
  find "$input/engine" -name '*.so*' -exec strip --strip-debug {} + # names for debuggers alone
fi
echo "$libtorch" > "$input/engine/version.txt"
cp assets/fonts/LICENSE.txt "$input/licenses/Roboto.txt"
cp assets/fashion-mnist/README.md "$input/licenses/Fashion-MNIST.md"

# Workers are started with bin/java, which jpackage's own choice of options would leave out.
modules=java.base,java.desktop,java.logging,java.management,java.naming,java.net.http,java.prefs,java.scripting,java.sql,java.xml,jdk.jfr,jdk.management,jdk.unsupported,jdk.unsupported.desktop,jdk.zipfs,jdk.charsets,jdk.crypto.ec,jdk.localedata
jlink --add-modules "$modules" --include-locales=en --strip-java-debug-attributes --no-header-files --no-man-pages --compress=1 \
  --output "$work/runtime"
# Java's own classes laid out in memory: every process starts faster, and the window's archive builds upon this one.
"$work/runtime/bin/java" -Xshare:dump > "$work/share.log"

options=(--type "$type" --dest "$work/made" --input "$input" --runtime-image "$work/runtime"
  --main-jar kindred.jar --main-class kindred.Kindred
  --name Kindred --app-version "$version" --vendor Kindred
  --description "Learn image representations without labels, from neighbors"
  --icon "assets/icon/kindred.$icon" --add-launcher "$terminal=installer/terminal.properties")
case "$type" in
  app-image) ;;
  deb)
    options+=(--file-associations installer/experiment.properties --resource-dir installer/linux
      --linux-package-name kindred --linux-shortcut --linux-menu-group "Science;ArtificialIntelligence"
      --linux-app-category science
      --linux-package-deps "libc6, libstdc++6, libgtk-3-0 | libgtk-3-0t64, libgl1, libxtst6, libxxf86vm1, fontconfig") ;;
  msi)
    options+=(--file-associations installer/experiment.properties --win-menu --win-shortcut
      --win-dir-chooser --win-per-user-install) ;;
  dmg) options+=(--file-associations installer/experiment.properties --mac-package-identifier org.kindred.workbench) ;;
  *) echo "unknown type '$type': app-image, deb, msi or dmg" >&2; exit 2 ;;
esac
# Zstandard unpacks several times faster than the default; Debian 12 and Ubuntu 22.04 are the first to read it everywhere.
DPKG_DEB_COMPRESSOR_TYPE=zstd DPKG_DEB_COMPRESSOR_LEVEL=19 DPKG_DEB_THREADS_MAX=$(nproc 2> /dev/null || echo 1) jpackage "${options[@]}"
# What is half made never stands where the finished thing is looked for.
for made in "$work"/made/*; do
  rm -rf "$out/$(basename "$made")"
  mv "$made" "$out/"
done
du -sh "$out"/*
