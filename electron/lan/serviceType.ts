/** Under which name an office that waits for a station is found on the local network (mDNS): `_guichet._tcp`. */
export const serviceType = 'guichet'
