import type { OfficeId } from '../../shared/contract/ids.ts'
import { decode } from '../journal/rows.ts'
import type { Server } from './server.ts'

/** An office of the database: how it signs, and how far its journal goes. */
export type StoredOffice = { readonly officeId: OfficeId; readonly publicKey: string; readonly seq: number }

/** The offices that this account sees, each from its first event. */
export async function officesOf(server: Server): Promise<readonly StoredOffice[]> {
  const rows = await server.ask<{ office_id: OfficeId; body: string; seq: number }>({
    text: `select e.office_id, e.body, h.seq from events e join head h using (office_id)
      where e.seq = 1 order by e.office_id`,
  })
  return rows.flatMap(({ office_id, body, seq }) => {
    const { event } = decode(body)
    return event.type === 'officeCreated'
      ? [{ officeId: office_id, publicKey: event.data.publicKey, seq }]
      : []
  })
}
