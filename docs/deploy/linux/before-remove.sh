#!/bin/sh
# Before the package's files go: a host that runs closes its office first. An update keeps it for « try-restart ».
set -e

if [ "$1" = remove ] && [ -d /run/systemd/system ]; then
  systemctl disable --now guichet.service || true
fi
