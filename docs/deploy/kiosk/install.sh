#!/bin/sh
# Fait d’une machine Debian ou Ubuntu une borne : un compte sans mot de passe qui s’ouvre seul, Guichet seul à l’écran.
# Sous root : sh install.sh [cage|openbox]. Se relance sans rien défaire ; uninstall.sh rend la machine.
set -eu

shell=${1:-cage}
account=borne
here=$(cd "$(dirname "$0")" && pwd)
root=${ROOT:-}

case $shell in cage | openbox) ;; *) echo "usage : sh install.sh [cage|openbox]" >&2; exit 2 ;; esac
if [ -z "$root" ] && [ "$(id -u)" -ne 0 ]; then
  echo "Lancez ce script sous root." >&2
  exit 1
fi

# Ni sudo, ni mot de passe, ni groupe qui monte une clé USB (plugdev) ou lise les journaux.
if [ -z "$root" ] && ! id "$account" >/dev/null 2>&1; then
  useradd --create-home --shell /bin/sh --comment 'Borne Guichet' "$account"
  passwd --lock "$account" >/dev/null
fi

mkdir -p "$root/opt/guichet-borne" "$root/etc/systemd/system" "$root/etc/systemd/logind.conf.d" \
  "$root/etc/X11/xorg.conf.d" "$root/etc/udev/rules.d" "$root/etc/sysctl.d"
cp "$here/session.sh" "$here/openbox.xml" "$root/opt/guichet-borne/"
chmod 0755 "$root/opt/guichet-borne/session.sh"
chmod 0644 "$root/opt/guichet-borne/openbox.xml"

case $shell in
cage) start='/usr/bin/cage -d -- /opt/guichet-borne/session.sh --ozone-platform=wayland' ;;
openbox) start='/usr/bin/startx /opt/guichet-borne/session.sh -- vt1 -keeptty -nolisten tcp -nocursor' ;;
esac

# Le service prend la console 1 à la place de l’invite : pas de connexion, pas d’interpréteur derrière la borne.
cat >"$root/etc/systemd/system/guichet-borne.service" <<UNIT
[Unit]
Description=Guichet, borne
After=systemd-user-sessions.service network-online.target
Wants=network-online.target
Conflicts=getty@tty1.service
StartLimitIntervalSec=0

[Service]
User=$account
PAMName=login
TTYPath=/dev/tty1
TTYReset=yes
TTYVHangup=yes
StandardInput=tty
StandardOutput=journal
StandardError=journal
ExecStart=$start
# La séance relance Guichet ; si elle tombe elle-même, le système la relance. Sur le code du responsable elle s’arrête.
Restart=on-failure
RestartSec=1
# Le responsable est parti : l’invite de connexion de la console revient.
ExecStopPost=+/bin/systemctl --no-block start getty@tty1.service

[Install]
WantedBy=multi-user.target
UNIT

# Ctrl+Alt+F2 ne mène à aucune autre console, et le bouton marche n’éteint rien.
printf '[Login]\nNAutoVTs=0\nReserveVT=0\nHandlePowerKey=ignore\nHandleSuspendKey=ignore\nHandleLidSwitch=ignore\n' \
  >"$root/etc/systemd/logind.conf.d/guichet-borne.conf"
printf 'Section "ServerFlags"\n  Option "DontVTSwitch" "true"\n  Option "DontZap" "true"\n  Option "BlankTime" "0"\nEndSection\n' \
  >"$root/etc/X11/xorg.conf.d/10-guichet-borne.conf"
# Une clé USB n’est pas montée ; un clavier reste permis, la borne sait s’en servir.
printf 'ENV{ID_USB_DRIVER}=="usb-storage", ENV{UDISKS_IGNORE}="1"\n' >"$root/etc/udev/rules.d/99-guichet-borne.rules"
# Les touches « Syst » n’agissent pas sur le noyau.
printf 'kernel.sysrq = 0\n' >"$root/etc/sysctl.d/99-guichet-borne.conf"

# Le code du responsable : lu par la borne et par root, par personne d’autre.
config=$root/etc/guichet/guichet.json
mkdir -p "$root/etc/guichet"
if [ ! -e "$config" ]; then
  code=${GUICHET_CODE:-}
  while ! printf '%s' "$code" | grep -Eq '^[0-9]{6,12}$'; do
    printf 'Code du responsable, 6 à 12 chiffres : ' >&2
    read -r code || exit 1
  done
  (umask 027 && printf '{\n  "station": "kiosk",\n  "kiosk": { "code": "%s" }\n}\n' "$code" >"$config")
  [ -n "$root" ] || chown "root:$account" "$config"
else
  echo "$config existe déjà : vérifiez-y « kiosk », et que seul $account le lise (chown root:$account, chmod 0640)." >&2
fi

[ -n "$root" ] || {
  # La console 1 n’a plus d’invite : la borne y est seule jusqu’au code.
  systemctl daemon-reload
  systemctl disable getty@tty1.service
  systemctl enable guichet-borne.service
  systemctl set-default multi-user.target
  echo 'Prêt : redémarrez la machine.'
}
