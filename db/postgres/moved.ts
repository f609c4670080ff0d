import type { OfficeId } from '../../shared/contract/ids.ts'
import { StorageError } from '../errors.ts'
import { movedTrouble } from '../moved.ts'
import { maySayItAttends } from './notices.ts'
import type { Server } from './server.ts'

type Row = { readonly place: string; readonly at: number }

/**
 * Whether a host may work on this office here.
 * @throws StorageError `moved` when it was copied elsewhere, `held` while it is being copied
 */
export async function refuseMoved(server: Server, office: OfficeId): Promise<void> {
  const [row] = await server.ask<Row>({
    text: 'select place, at from moved_offices where office_id = $1',
    values: [office],
  })
  if (row) throw movedTrouble(`${server.name}, office ${office}`, row.place, row.at)
  const [said] = await server.ask<{ free: boolean }>(maySayItAttends(office))
  if (said?.free === false)
    throw new StorageError(
      'held',
      `L’office ${office} de la base « ${server.name} » est en train d’être copié : attendez la fin de la copie, qui dira où il continue.`,
    )
}

/**
 * Says that the office was copied elsewhere, if nothing was stored since: no append passes any more.
 * @returns false when something was
 */
export const markMoved = (
  server: Server,
  office: OfficeId,
  { seq, rev }: { readonly seq: number; readonly rev: number },
  place: string,
  at: number,
): Promise<boolean> =>
  server.whole(async (send) => {
    const [[same] = []] = await send([
      {
        text: 'select 1 from head where office_id = $1 and seq = $2 and rev = $3 for update',
        values: [office, seq, rev],
      },
    ])
    if (!same) return false
    await send([
      {
        text: `insert into moved_offices (office_id, place, at) values ($1, $2, $3)
          on conflict (office_id) do update set place = excluded.place, at = excluded.at`,
        values: [office, place, at],
      },
    ])
    return true
  })

/** The explicit way back. @returns false when the office was not copied elsewhere */
export const reopenOffice = (server: Server, office: OfficeId): Promise<boolean> =>
  server.whole(async (send) => {
    const [rows = []] = await send([
      { text: 'delete from moved_offices where office_id = $1 returning 1', values: [office] },
    ])
    return rows.length > 0
  })
