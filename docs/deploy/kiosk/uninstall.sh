#!/bin/sh
# Rend la machine : le compte de la borne, son office et le code restent, pour qui veut les reprendre ou les effacer.
set -eu
root=${ROOT:-}
if [ -z "$root" ]; then
  systemctl disable --now guichet-borne.service || echo 'guichet-borne.service: rien à arrêter' >&2
fi
rm -rf "$root/opt/guichet-borne"
rm -f "$root/etc/systemd/system/guichet-borne.service" "$root/etc/systemd/logind.conf.d/guichet-borne.conf" \
  "$root/etc/X11/xorg.conf.d/10-guichet-borne.conf" "$root/etc/udev/rules.d/99-guichet-borne.rules" \
  "$root/etc/sysctl.d/99-guichet-borne.conf"
if [ -z "$root" ]; then
  systemctl daemon-reload
  systemctl enable getty@tty1.service
  echo 'Rendu. « systemctl set-default graphical.target » si la machine avait un bureau, puis redémarrez.'
fi
