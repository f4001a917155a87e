#!/usr/bin/env bash
# Installs the package in a clean Debian root, carries out an experiment there with the terminal's launcher and exports what it learned.
#   installer/check.sh [ROOT [EXPERIMENT.json]]      as root; ROOT is made with debootstrap if it is not there
set -euo pipefail
cd "$(dirname "$0")/.."

root=${1:-target/clean-root}
experiment=${2:-assets/demo.json}
package=$(ls target/installer/kindred_*.deb)

[ -d "$root/usr" ] || debootstrap --variant=minbase "$(. /etc/os-release && echo "$VERSION_CODENAME")" "$root"
cp /etc/resolv.conf "$root/etc/"
cp "$package" "$root/tmp/kindred.deb"
cp "$experiment" "$root/tmp/experiment.json"

cat > "$root/tmp/check" <<'INSIDE'
set -eux
refuse() { if "$@"; then echo "should not be: $*" >&2; exit 1; fi; }
missing() { find /opt/kindred -name '*.so*' -exec ldd {} + | grep 'not found' | grep -v -e libjvm.so -e libjava.so -e libawt.so; }
mount -t proc proc /proc
refuse command -v java
apt-get -qq update
DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends /tmp/kindred.deb > /tmp/apt.log
refuse command -v java
# Every library of the package finds what it needs; Java's own find libjvm when they are loaded.
refuse missing
useradd -m researcher
su researcher -c '
  set -eux
  kindred --version
  kindred run /tmp/experiment.json
  kindred runs
  run=$(ls ~/Kindred/runs | grep byol | head -1)
  kindred export "$run" --out ~/encoder.pt
  kindred export "$run" --out ~/encoder.onnx
  ls -l ~/encoder.*
'
du -sh /opt/kindred /home/researcher/.djl.ai
apt-get -qq remove -y kindred
for left in /usr/bin/kindred /usr/bin/kindred-window /opt/kindred; do refuse test -e "$left" -o -L "$left"; done
INSIDE
unshare --mount --pid --fork chroot "$root" sh /tmp/check
