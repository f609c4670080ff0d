import type { CompiledQuery } from 'kysely'
import type { Instant, OfficeId } from '../../shared/contract/ids.ts'
import type { ApiTokenId, WebhookId } from '../../shared/contract/integrations/calls.ts'
import type { DeadLetter, Position, IntegrationsStore } from '../journal/integrations.ts'
import type { Compiler } from './compile.ts'

/** No token's id: the row that `probe` writes. */
const probeId = 'probe'

const deadColumns = ['webhook_id as webhookId', 'seq', 'type', 'at', 'attempts', 'problem', 'again'] as const

/** The keeper of what concerns other software, for either engine. */
export function integrationsStore(
  sql: Compiler,
  officeId: () => OfficeId,
  ask: <Row>(query: CompiledQuery<Row>) => Promise<readonly Row[]>,
  run: (query: CompiledQuery) => Promise<void>,
): IntegrationsStore {
  const letters = () => sql.selectFrom('webhook_dead').where('office_id', '=', officeId()).select(deadColumns)
  const typed = async (query: ReturnType<typeof letters>) =>
    (await ask(query.compile())).map(
      ({ again, ...letter }) => ({ ...letter, again: Number(again) === 1 }) as DeadLetter,
    )
  const use = (tokenId: string, at: Instant) =>
    run(
      sql
        .insertInto('api_token_uses')
        .values({ office_id: officeId(), token_id: tokenId, used_at: at })
        .onConflict((conflict) => conflict.columns(['office_id', 'token_id']).doUpdateSet({ used_at: at }))
        .compile(),
    )
  return {
    async positions() {
      const query = sql
        .selectFrom('webhook_positions')
        .where('office_id', '=', officeId())
        .select(['webhook_id as webhookId', 'seq', 'attempts', 'next_at as nextAt', 'problem'])
      return (await ask(query.compile())) as readonly Position[]
    },
    async moved({ webhookId, seq, attempts, nextAt, problem }) {
      const row = { seq, attempts, next_at: nextAt, problem }
      await run(
        sql
          .insertInto('webhook_positions')
          .values({ office_id: officeId(), webhook_id: webhookId, ...row })
          .onConflict((conflict) => conflict.columns(['office_id', 'webhook_id']).doUpdateSet(row))
          .compile(),
      )
    },
    dead: (limit) => typed(letters().orderBy('at', 'desc').orderBy('seq', 'desc').limit(limit)),
    async deadCounts() {
      const query = sql
        .selectFrom('webhook_dead')
        .where('office_id', '=', officeId())
        .select(({ fn }) => ['webhook_id as webhookId', fn.countAll<number>().as('count')])
        .groupBy('webhook_id')
      const rows = await ask(query.compile())
      return new Map(rows.map(({ webhookId, count }) => [webhookId as WebhookId, Number(count)]))
    },
    toSendAgain: async (webhookId) =>
      (
        await typed(
          letters().where('webhook_id', '=', webhookId).where('again', '=', 1).orderBy('seq').limit(1),
        )
      )[0],
    deadOne: async (webhookId, seq) =>
      (await typed(letters().where('webhook_id', '=', webhookId).where('seq', '=', seq)))[0],
    async bury({ webhookId, seq, type, at, attempts, problem, again }) {
      const row = { type, at, attempts, problem, again: again ? 1 : 0 }
      await run(
        sql
          .insertInto('webhook_dead')
          .values({ office_id: officeId(), webhook_id: webhookId, seq, ...row })
          .onConflict((conflict) => conflict.columns(['office_id', 'webhook_id', 'seq']).doUpdateSet(row))
          .compile(),
      )
    },
    unbury: (webhookId, seq) =>
      run(
        sql
          .deleteFrom('webhook_dead')
          .where('office_id', '=', officeId())
          .where('webhook_id', '=', webhookId)
          .where('seq', '=', seq)
          .compile(),
      ),
    async forget(webhookId) {
      for (const table of ['webhook_dead', 'webhook_positions'] as const)
        await run(
          sql
            .deleteFrom(table)
            .where('office_id', '=', officeId())
            .where('webhook_id', '=', webhookId)
            .compile(),
        )
    },
    async uses() {
      const query = sql
        .selectFrom('api_token_uses')
        .where('office_id', '=', officeId())
        .select(['token_id as tokenId', 'used_at as usedAt'])
      const rows = await ask(query.compile())
      return new Map(rows.map(({ tokenId, usedAt }) => [tokenId as ApiTokenId, usedAt as Instant]))
    },
    used: use,
    probe: (at) => use(probeId, at),
  }
}
