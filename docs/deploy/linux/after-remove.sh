#!/bin/sh
# After the package's files are gone. « remove » keeps the office's data and the configuration; « purge », which an
# administrator must ask for by its name, ends those of the service. What people keep in their own folders is theirs.
set -e

case "$1" in
  remove | purge)
    if command -v update-alternatives >/dev/null 2>&1; then
      update-alternatives --remove guichet /opt/Guichet/bin/guichet
    else
      rm -f /usr/bin/guichet
    fi
    if [ -f /etc/apparmor.d/guichet ]; then
      apparmor_parser --remove /etc/apparmor.d/guichet 2>/dev/null || true
      rm -f /etc/apparmor.d/guichet
    fi
    if [ -d /run/systemd/system ]; then
      systemctl daemon-reload || true
    fi
    ;;
esac

if [ "$1" = purge ]; then
  rm -rf /var/lib/guichet /etc/guichet
  if getent passwd guichet >/dev/null; then
    deluser --system --quiet guichet 2>/dev/null || true
  fi
fi
