#!/bin/sh
# « guichet » : l’application quand rien ou des options suivent, la ligne de commande de l’office quand un mot suit.
#   guichet --station counter
#   guichet doctor ~/.config/guichet
set -e

program=$(dirname "$(readlink -f "$0")")/../guichet
case ${1---} in
-h | --help | [!-]*)
  # Neither a page nor a screen: Chromium has nothing to shut in, and root may ask too.
  exec "$program" --no-sandbox --no-zygote --disable-gpu --ozone-platform=headless --log-level=3 --command -- "$@"
  ;;
*) exec "$program" "$@" ;;
esac
