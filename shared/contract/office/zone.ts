/** The zone of metropolitan France: what an instant is said in where no office says its own. */
export const metropolitanZone = 'Europe/Paris'

/** A zone of the IANA's base, which dates and hours can be said in. */
export function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('fr', { timeZone: zone }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}
