import { uuidv4 } from 'uuidv7'
import type { LocalDate, OfficeId } from '../../shared/contract/ids.ts'
import { KioskFile, type KioskId, type KioskKept } from '../../shared/contract/queue/provisional.ts'
import { kioskStation } from '../link/shell.ts'

// What the kiosk keeps at its station: its series, the numbers that it gave without its host, what the host last said.

/** A kiosk that nobody has met yet. */
const newKept = (officeId: OfficeId | null): KioskKept => ({
  kioskId: uuidv4() as KioskId,
  officeId,
  series: null,
  date: null,
  count: 0,
  ahead: 0,
  tickets: [],
  refused: [],
  seen: null,
})

/** Where it is kept: `change` gives the file to write, which is on the disk when the promise is fulfilled. */
type Place = {
  /** @throws when it can't be read or written */
  readonly update: (change: (file: KioskFile) => KioskFile) => Promise<KioskFile>
}

/** A file of the station's own folder, by its application. */
function stationPlace(station: NonNullable<typeof kioskStation>): Place {
  let turn: Promise<unknown> = Promise.resolve()
  return {
    update: (change) => {
      const before = turn
      const mine = (async () => {
        await before
        const file = KioskFile.safeParse(await station.read()).data ?? []
        const next = change(file)
        if (next === file || (await station.write(next))) return next
        throw new Error('the station did not write')
      })()
      turn = mine.catch(() => {})
      return mine
    },
  }
}

/** The browser's own database: one transaction reads and writes, whatever other window does the same. */
const browserPlace: Place = {
  update: (change) =>
    new Promise((done, fail) => {
      const opening = indexedDB.open('guichet-kiosk', 1)
      opening.onupgradeneeded = () => opening.result.createObjectStore('kept')
      opening.onerror = () => fail(new Error('no database', { cause: opening.error }))
      opening.onsuccess = () => {
        const db = opening.result
        const transaction = db.transaction('kept', 'readwrite', { durability: 'strict' })
        const store = transaction.objectStore('kept')
        let next: KioskFile = []
        const reading = store.get('file')
        reading.onsuccess = () => {
          const file = KioskFile.safeParse(reading.result).data ?? []
          next = change(file)
          if (next !== file) store.put(next, 'file')
        }
        transaction.oncomplete = () => {
          db.close()
          done(next)
        }
        transaction.onabort = () => {
          db.close()
          fail(new Error('not kept', { cause: transaction.error }))
        }
      }
    }),
}

const place = kioskStation ? stationPlace(kioskStation) : browserPlace

/** What is kept of the present office; a kiosk that has none yet is one from now on. @throws when nothing can be kept */
export async function readKept(): Promise<KioskKept> {
  const [kept] = await place.update((file) => (file.length === 0 ? [newKept(null)] : file))
  return kept!
}

/** Changes what is kept, on the disk before the promise is fulfilled. @throws when it can't be */
export async function changeKept(change: (kept: KioskKept) => KioskKept): Promise<KioskKept> {
  const [kept] = await place.update((file) => {
    const [present = newKept(null), ...others] = file
    const next = change(present)
    return next === present && file.length > 0 ? file : [next, ...others]
  })
  return kept!
}

/** The kiosk is of this office from now on: what it keeps of another one waits until it is back there. */
export async function ofOffice(officeId: OfficeId): Promise<KioskKept> {
  const [kept] = await place.update((file) => {
    const [present, ...others] = file
    if (present?.officeId === officeId) return file
    if (present && present.officeId === null) return [{ ...present, officeId }, ...others]
    const known = file.find((one) => one.officeId === officeId) ?? newKept(officeId)
    return [known, ...file.filter((one) => one !== known)].slice(0, 4)
  })
  return kept!
}

/** The date at the office. @param at milliseconds, UTC */
export const dateAt = (at: number, zone: string): LocalDate =>
  new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' }).format(at) as LocalDate
