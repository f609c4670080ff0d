#!/bin/sh
# After the package's files are there, at an installation and at an update. Nothing is started that was not running.
set -e

if command -v update-alternatives >/dev/null 2>&1; then
  update-alternatives --install /usr/bin/guichet guichet /opt/Guichet/bin/guichet 100
else
  ln -sf /opt/Guichet/bin/guichet /usr/bin/guichet
fi

# Chromium's sandbox uses the user's namespaces; where the kernel has none, its helper needs setuid.
if [ -L /proc/self/ns/user ] && unshare --user true 2>/dev/null; then
  chmod 0755 /opt/Guichet/chrome-sandbox
else
  chmod 4755 /opt/Guichet/chrome-sandbox
fi

# Ubuntu 24 and later let a program use namespaces by its AppArmor profile.
if command -v apparmor_parser >/dev/null 2>&1 && apparmor_status --enabled >/dev/null 2>&1; then
  if apparmor_parser --skip-kernel-load --debug /opt/Guichet/resources/apparmor-profile >/dev/null 2>&1; then
    cp -f /opt/Guichet/resources/apparmor-profile /etc/apparmor.d/guichet
    apparmor_parser --replace --write-cache --skip-read-cache /etc/apparmor.d/guichet || true
  fi
fi

# The account of the host without a screen; the service itself is enabled by who wants it.
if ! getent passwd guichet >/dev/null; then
  adduser --system --group --quiet --home /var/lib/guichet --no-create-home --shell /usr/sbin/nologin guichet
fi
install -d -m 0755 /etc/guichet
if [ -d /run/systemd/system ]; then
  systemctl daemon-reload || true
  systemctl try-restart guichet.service || true
fi
if command -v update-desktop-database >/dev/null 2>&1; then
  update-desktop-database -q /usr/share/applications || true
fi
