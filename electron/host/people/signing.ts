import { randomInt } from 'node:crypto'
import { uuidv7 } from 'uuidv7'
import type { AgentId, CommandId, Instant } from '../../../shared/contract/ids.ts'
import { commandOf, type CommandOf, type DomainCommand } from '../../../shared/contract/index.ts'
import type { Right } from '../../../shared/contract/people/calls.ts'
import { flawOf, kindOf, plainSecret } from '../../../shared/domain/people/secret.ts'
import type { Sealed, SealedRow } from '../../../shared/domain/people/state.ts'
import { relievedBy } from '../../../shared/domain/people/views.ts'
import { done, type Answer } from '../core/answer.ts'
import type { Asked, Handler, HandlersOf } from '../core/part.ts'
import { seatOf } from '../core/tokens.ts'
import type { Failures, Tried } from './attempts.ts'
import { hostWho, mayNot, type PeopleOptions } from './options.ts'
import type { Sessions } from './sessions.ts'

/** One command of the part, at the seat where a person says who they are. */
type Seated<N extends CommandOf<'people'>> = Asked<N> & { readonly seat: string }
/** What the part only prepares: the domain decides it. */
type Decided = CommandOf<'people'> & DomainCommand

type Options = PeopleOptions & { readonly sessions: Sessions; readonly failures: Failures }

const said = (output: unknown): Answer => ({ text: JSON.stringify(output) })

/** What goes on to the domain, and into the answer's fingerprint: never what was typed. */
const withoutSecrets = (name: Decided, input: object): object => {
  const { secrets = [] } = commandOf(name)
  return Object.fromEntries(Object.entries(input).filter(([field]) => !secrets.includes(field)))
}

/** Signing in, and what a person changes of what opens their session. */
export function signing({
  journal,
  seals,
  office,
  personal,
  now,
  act,
  log,
  onChange,
  sessions,
  failures,
}: Options): HandlersOf<'people'> {
  // One at a time: two codes for one person, or one badge for two, would both seem free.
  let turn: Promise<unknown> = Promise.resolve()
  const inTurn = (work: () => Promise<Answer>): Promise<Answer> => {
    const mine = turn.then(work)
    turn = mine.catch(() => undefined)
    return mine
  }

  const sealOf = async (kind: 'secret' | 'invitation', agentId: AgentId | null) =>
    agentId === null ? undefined : ((await journal.personalRow(kind, agentId)) as SealedRow | undefined)?.hash

  /** One comparison, counted; what it refuses is logged by ids, and a wait that begins is journaled. */
  async function compared(
    { who, seat }: Pick<Seated<'session.open'>, 'who' | 'seat'>,
    agentId: AgentId | null,
    compare: () => Promise<boolean>,
  ): Promise<Answer | undefined> {
    if (seals.busy()) return { code: 'tooManySignIns' }
    const known = agentId !== null && office().skills.has(agentId) ? agentId : null
    const tried = await failures.attempt(known, seat, compare)
    if (tried.done) return undefined
    log.info('signInRefused', { stationId: who.stationId, agentId: known, compared: tried.compared })
    if (!tried.compared) return waiting(tried.until)
    const { personUntil } = tried
    if (known !== null && personUntil !== null)
      await act(
        hostWho(office()),
        'agent.lock',
        { agentId: known, until: personUntil },
        uuidv7() as CommandId,
      )
    return refusal(tried)
  }
  const waiting = (until: Instant): Extract<Answer, { readonly code: unknown }> => ({
    code: 'lockedOut',
    details: [String(Math.max(1, Math.ceil((until - now()) / 1000)))],
  })
  /** Before anything costly is computed for them: a station that waits takes no place from the others. */
  const waitsHere = async (agentId: AgentId, seat: string) => {
    const until = await failures.waiting(office().skills.has(agentId) ? agentId : null, seat)
    return until === null ? undefined : waiting(until)
  }
  const refusal = ({ until }: Extract<Tried, { done: false }>): Answer =>
    until > now() ? waiting(until) : { code: 'signInRefused' }

  async function open(asked: Seated<'session.open'>): Promise<Answer> {
    const { agentId, badge } = asked.input
    const secret = asked.input.secret === undefined ? undefined : plainSecret(asked.input.secret)
    const owner = badge === undefined ? undefined : await ownerOf(badge)
    const person = badge === undefined ? (agentId ?? null) : (owner ?? null)
    // A badge that says another name than the one chosen is nobody's.
    const oneSelf = badge === undefined || agentId === undefined || agentId === owner
    const badgeIsEnough =
      badge !== undefined && office().people.access.badgeAlone && asked.who.role === 'agent'
    if (secret === undefined && !badgeIsEnough) {
      const until = await failures.waiting(person, asked.seat)
      if (until !== null) return waiting(until)
      // Known, it costs nothing and forgives nothing: the secret beside it is still to be compared.
      if (person !== null && oneSelf) return { code: 'secretNeeded' }
    }
    if (secret !== undefined && person !== null && isInvited(person)) return { code: 'secretToChoose' }
    const refused = await compared(asked, person, async () => {
      if (secret === undefined) return person !== null && oneSelf
      const same = await seals.matches(secret, await sealOf('secret', person))
      return same && oneSelf
    })
    return refused ?? here(asked, person!)
  }
  const isInvited = (agentId: AgentId) =>
    !office().people.secrets.has(agentId) && (office().people.invited.get(agentId) ?? 0) > now()

  async function ownerOf(badge: string): Promise<AgentId | undefined> {
    const hash = seals.badge(badge)
    for (const [agentId, row] of await journal.personal('badge'))
      if ((row as SealedRow).hash === hash) return agentId as AgentId
    return undefined
  }

  /** They are who they say: their session begins, if this station is for them. */
  function here({ who, seat }: Pick<Seated<'session.open'>, 'who' | 'seat'>, agentId: AgentId): Answer {
    const code = mayNot(office(), agentId, who.role as Right)
    if (code) return { code }
    const session = sessions.open(seat, agentId)
    return said({ agentId, relieves: relievedBy(office(), session) })
  }

  /** The new secret, sealed, or why it can't be one. */
  async function sealed(
    agentId: AgentId,
    typed: string,
  ): Promise<Sealed | Extract<Answer, { readonly code: unknown }>> {
    const secret = plainSecret(typed)
    const flaw = flawOf(secret, personal().agents.get(agentId) ?? null)
    if (flaw) return { code: 'secretTooWeak', details: [flaw] }
    if (seals.busy()) return { code: 'tooManySignIns' }
    return { hash: await seals.seal(secret), kind: kindOf(secret) }
  }

  async function first(asked: Seated<'secret.first'>): Promise<Answer> {
    const { agentId } = asked.input
    if (office().people.isProtected) return { code: 'alreadyProtected' }
    const made = await sealed(agentId, asked.input.secret)
    if ('code' in made) return made
    const answer = await decided('secret.first', { ...asked, who: { ...asked.who, agentId } }, made)
    if (!('code' in answer)) sessions.open(asked.seat, agentId)
    return answer
  }

  async function choose(asked: Seated<'secret.choose'>): Promise<Answer> {
    const { agentId, code } = asked.input
    const first = await journal.answer(asked.commandId)
    if (first) return decided('secret.choose', { ...asked, who: { ...asked.who, agentId } }, undefined)
    const made = (await waitsHere(agentId, asked.seat)) ?? (await sealed(agentId, asked.input.secret))
    if ('code' in made) return made
    const refused = await compared(asked, agentId, async () =>
      seals.matches(code, await sealOf('invitation', agentId)),
    )
    if (refused) return refused
    const answer = await decided('secret.choose', { ...asked, who: { ...asked.who, agentId } }, made)
    if ('code' in answer) return answer
    const opened = here(asked, agentId)
    return 'code' in opened ? opened : answer
  }

  async function change(asked: Seated<'secret.change'>): Promise<Answer> {
    const { agentId } = asked.who
    if (agentId === null) return { code: 'secretToChoose' }
    const made = (await waitsHere(agentId, asked.seat)) ?? (await sealed(agentId, asked.input.secret))
    if ('code' in made) return made
    const { current } = asked.input
    const refused = await compared(asked, agentId, async () =>
      seals.matches(plainSecret(current), await sealOf('secret', agentId)),
    )
    return refused ?? sessions.during(asked.seat, () => decided('secret.change', asked, made))
  }

  async function invite(asked: Seated<'agent.invite'>): Promise<Answer> {
    if (seals.busy()) return { code: 'tooManySignIns' }
    const repeated = (await journal.answer(asked.commandId)) !== undefined
    const code = String(randomInt(100_000_000)).padStart(8, '0')
    const answer = await decided('agent.invite', asked, { hash: await seals.seal(code), kind: 'code' })
    // The answer that is kept has no code: told once, and only to whoever asked first.
    return 'code' in answer || repeated ? answer : said({ ...(JSON.parse(answer.text) as object), code })
  }

  async function enroll(asked: Seated<'badge.enroll'>): Promise<Answer> {
    const { badge, agentId } = asked.input
    const owner = await ownerOf(badge)
    if (owner !== undefined && owner !== agentId) return { code: 'badgeTaken' }
    return decided('badge.enroll', asked, { hash: seals.badge(badge), kind: 'badge' })
  }

  /** Whoever sits where the one who holds this counter sat goes on there. In an open office, anyone may. */
  async function relieve(asked: Seated<'counter.relieve'>): Promise<Answer> {
    const { counterId } = asked.input
    const session = sessions.at(asked.seat)
    const own = office().counters.get(counterId)?.agentId === asked.who.agentId
    if (session !== null && !own && relievedBy(office(), session) !== counterId)
      return { code: 'notRelieved' }
    return decided('counter.relieve', asked, undefined)
  }

  const decided = <N extends Decided>(
    name: N,
    { who, input, commandId }: Pick<Asked<N>, 'who' | 'input' | 'commandId'>,
    made: Sealed | undefined,
  ) => act(who, name, withoutSecrets(name, input), commandId, made)

  /** Whatever holds no person has no seat: nobody signs in there. */
  const seated =
    <N extends CommandOf<'people'>>(perform: (asked: Seated<N>) => Answer | Promise<Answer>): Handler<N> =>
    async (asked) => {
      const seat = seatOf(asked.holder)
      const answer = seat === null ? ({ code: 'forbiddenRole' } as const) : await perform({ ...asked, seat })
      onChange()
      return answer
    }

  return {
    'session.open': seated(open),
    'session.close': seated(({ seat }) => {
      sessions.close(seat)
      return done
    }),
    'session.lock': seated(({ seat }) => {
      sessions.lock(seat)
      return done
    }),
    'session.touch': seated(({ seat }) => {
      sessions.touch(seat)
      return done
    }),
    'secret.first': seated((asked) => inTurn(() => first(asked))),
    'secret.choose': seated(choose),
    'secret.change': seated(change),
    'agent.invite': seated((asked) => inTurn(() => invite(asked))),
    'badge.enroll': seated((asked) => inTurn(() => enroll(asked))),
    'counter.relieve': seated(relieve),
  }
}
