import { Temporal } from 'temporal-polyfill'

/** How Windows calls the zones of French offices (CLDR, windowsZones.xml, territories FR to YT), and UTC. */
const windowsZones: Readonly<Record<string, string>> = {
  'Romance Standard Time': 'Europe/Paris',
  'W. Europe Standard Time': 'Europe/Berlin',
  'Central Europe Standard Time': 'Europe/Budapest',
  'Central European Standard Time': 'Europe/Warsaw',
  'GMT Standard Time': 'Europe/London',
  'SA Western Standard Time': 'America/Guadeloupe',
  'SA Eastern Standard Time': 'America/Cayenne',
  'Saint Pierre Standard Time': 'America/Miquelon',
  'Mauritius Standard Time': 'Indian/Reunion',
  'E. Africa Standard Time': 'Indian/Mayotte',
  'Central Pacific Standard Time': 'Pacific/Noumea',
  'Hawaiian Standard Time': 'Pacific/Tahiti',
  UTC: 'UTC',
}

/**
 * The zone that a TZID names: of the IANA database, alone or at the end of a path (`/mozilla.org/2025/Europe/Paris`),
 * as Windows calls it, or as the file's own VTIMEZONE says where it lies. Null when that is not known.
 * @param locations X-LIC-LOCATION by TZID
 */
export function zoneNamed(tzid: string, locations: ReadonlyMap<string, string>): string | null {
  const path = tzid.split('/').filter((part) => part !== '')
  const names = [
    tzid,
    windowsZones[tzid],
    locations.get(tzid),
    path.slice(-2).join('/'),
    path.slice(-3).join('/'),
  ]
  return names.find((name): name is string => name !== undefined && isZone(name)) ?? null
}

function isZone(name: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name)
    return true
  } catch {
    return false
  }
}
