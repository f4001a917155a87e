#!/usr/bin/env bash
# Installs the package in a clean Debian root, carries out an experiment there with the terminal's launcher, exports what it
# learned, applies it to images, and removes the package again.
#   installer/check.sh [ROOT [EXPERIMENT.json]]      as root; ROOT is made with debootstrap if it is not there
# ROOT itself stays as it is: what is installed and learned goes into ROOT.changes, which the next check empties.
set -euo pipefail
cd "$(dirname "$0")/.."

root=${1:-target/clean-root}
experiment=${2:-assets/demo.json}
package=$(ls target/installer/kindred_*.deb)
changes=$root.changes

[ -d "$root/usr" ] || debootstrap --variant=minbase "$(. /etc/os-release && echo "$VERSION_CODENAME")" "$root"
rm -rf --one-file-system "$changes"
mkdir -p "$changes"/{upper/etc,upper/tmp/images,work,root}
chmod 1777 "$changes/upper/tmp"
cp /etc/resolv.conf "$changes/upper/etc/"
cp "$package" "$changes/upper/tmp/kindred.deb"
cp "$experiment" "$changes/upper/tmp/experiment.json"
cp assets/icon/kindred.png src/docs/images/*-light-1280x800.png "$changes/upper/tmp/images/"

cat > "$changes/upper/tmp/check" <<'INSIDE'
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
  kindred predict ~/encoder.pt /tmp/images --out ~/embeddings.csv
  test "$(wc -l < ~/embeddings.csv)" -gt "$(ls /tmp/images | wc -l)"
  ls -l ~
'
du -sh /opt/kindred /home/researcher/.djl.ai
apt-get -qq remove -y kindred
for left in /usr/bin/kindred /usr/bin/kindred-window /opt/kindred; do refuse test -e "$left" -o -L "$left"; done
INSIDE
unshare --mount --pid --fork sh -eu -c '
  mount -t overlay overlay -o "lowerdir=$1,upperdir=$2/upper,workdir=$2/work" "$2/root"
  exec chroot "$2/root" sh /tmp/check' check "$root" "$changes"
echo "The package installs, works and can be removed."
