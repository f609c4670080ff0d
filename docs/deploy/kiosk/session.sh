#!/bin/sh
# La séance du compte de la borne : Guichet seul à l’écran, relancé en une seconde s’il s’arrête, rendu à l’écran de
# connexion quand le responsable a donné son code. Sous cage (Wayland) ou openbox (X11) ; rien n’est écrit hors du compte.
set -u

guichet=${GUICHET:-/opt/Guichet/guichet}
here=$(dirname "$0")

# L’écran ne s’éteint pas, ne se verrouille pas, ne montre pas de pointeur immobile.
if [ -n "${DISPLAY:-}" ] && command -v xset >/dev/null 2>&1; then
  xset s off -dpms s noblank || echo "xset: l’écran garde ses réglages" >&2
fi

# Un gestionnaire de fenêtres sans une touche, sans menu, sans bureau.
if [ -n "${DISPLAY:-}" ] && [ -z "${GUICHET_NO_WINDOW_MANAGER:-}" ]; then
  openbox --config-file "$here/openbox.xml" &
  manager=$!
  trap 'kill "$manager" 2>/dev/null' EXIT
fi

# Zéro : le responsable a quitté la borne. Deux : la ligne de commande est fautive, la relancer n’y changerait rien.
while :; do
  "$guichet" --station kiosk "$@"
  status=$?
  case $status in 0 | 2) exit "$status" ;; esac
  sleep 1
done
