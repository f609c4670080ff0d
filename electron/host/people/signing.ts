import { randomInt } from 'node:crypto'
import { uuidv7 } from 'uuidv7'
import type { AgentId, CommandId, Instant } from '../../../shared/contract/ids.ts'
import { commandOf, type CommandOf, type DomainCommand } from '../../../shared/contract/index.ts'
import type { Right } from '../../../shared/contract/people/calls.ts'
import { flawOf, kindOf, plainSecret } from '../../../shared/domain/people/secret.ts'
import type { Sealed, SealedRow } from '../../../shared/domain/people/state.ts'
import { relievedBy } from '../../../shared/domain/people/views.ts'
import { done, type Answer } from '../core/answer.ts'
import type { CommandCall, Handler, HandlersOf } from '../core/part.ts'
import { seatOf } from '../core/tokens.ts'
import type { Failures, Tried } from './attempts.ts'
import { hostWho, mayNot, type PeopleOptions } from './options.ts'
import type { Sessions } from './sessions.ts'

/** One command of the part, at the seat where a person says who they are. */
type Seated<N extends CommandOf<'people'>> = CommandCall<N> & { readonly seat: string }
/** What the part only prepares: the domain decides it. */
type Decided = CommandOf<'people'> & DomainCommand

type Options = PeopleOptions & { readonly sessions: Sessions; readonly failures: Failures }

const jsonAnswer = (output: unknown): Answer => ({ text: JSON.stringify(output) })

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
  /** Acts that are being done, by what they must not be done beside. */
  const underWay = new Map<string, Promise<unknown>>()

  /** One act after another of the same kind: each waits for those before it. */
  function inTurn(of: string, work: () => Promise<Answer>): Promise<Answer> {
    const mine = (underWay.get(of) ?? Promise.resolve()).then(work)
    const over = mine
      .catch(() => undefined)
      .finally(() => {
        if (underWay.get(of) === over) underWay.delete(of)
      })
    underWay.set(of, over)
    return mine
  }
  /** Two codes for one person, or one badge for two, would both seem free: one at a time, whoever asks. */
  const alone = (work: () => Promise<Answer>) => inTurn('people', work)
  /**
   * What changes one person's secret waits for what changes it already: two would both find the one that they tell, and the
   * same act sent again would find that it is no longer, and count a miss.
   */
  const ofPerson = (agentId: AgentId | null, work: () => Promise<Answer>) => inTurn(`secret ${agentId}`, work)

  const sealOf = async (kind: 'secret' | 'invitation', agentId: AgentId | null) =>
    agentId === null ? undefined : ((await journal.personalRow(kind, agentId)) as SealedRow | undefined)?.hash

  /** One comparison, counted; what it refuses is logged by ids, and a wait that begins is journaled. */
  async function compared(
    { who, seat }: Pick<Seated<'session.open'>, 'who' | 'seat'>,
    agentId: AgentId | null,
    compare: () => Promise<boolean>,
  ): Promise<Answer | undefined> {
    if (seals.busy()) return { code: 'tooManySignIns' }
    const knownId = agentId !== null && office().skills.has(agentId) ? agentId : null
    const tried = await failures.attempt(knownId, seat, compare)
    if (tried.done) return undefined
    log.info('signInRefused', { stationId: who.stationId, agentId: knownId, compared: tried.compared })
    if (!tried.compared) return waiting(tried.until)
    const { personUntil } = tried
    if (knownId !== null && personUntil !== null)
      await act(
        hostWho(office()),
        'agent.lock',
        { agentId: knownId, until: personUntil },
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

  async function open(call: Seated<'session.open'>): Promise<Answer> {
    const { agentId, badge } = call.input
    const secret = call.input.secret === undefined ? undefined : plainSecret(call.input.secret)
    const owner = badge === undefined ? undefined : await ownerOf(badge)
    const person = badge === undefined ? (agentId ?? null) : (owner ?? null)
    // A badge of another person than the one chosen is refused.
    const oneSelf = badge === undefined || agentId === undefined || agentId === owner
    const badgeIsEnough =
      badge !== undefined && office().people.access.badgeAlone && call.who.role === 'agent'
    if (secret === undefined && !badgeIsEnough) {
      const until = await failures.waiting(person, call.seat)
      if (until !== null) return waiting(until)
      // Known, it costs nothing and forgives nothing: the secret beside it is still to be compared.
      if (person !== null && oneSelf)
        return { code: office().people.secrets.has(person) ? 'secretNeeded' : 'secretToChoose' }
    }
    if (secret !== undefined && person !== null && isInvited(person)) return { code: 'secretToChoose' }
    const refused = await compared(call, person, async () => {
      if (secret === undefined) return person !== null && oneSelf
      const same = await seals.matches(secret, await sealOf('secret', person))
      return same && oneSelf
    })
    return refused ?? here(call, person!)
  }
  const isInvited = (agentId: AgentId) =>
    !office().people.secrets.has(agentId) && (office().people.invited.get(agentId) ?? 0) > now()

  async function ownerOf(badge: string): Promise<AgentId | undefined> {
    const hash = seals.badge(badge)
    for (const [agentId, row] of await journal.personal('badge'))
      if ((row as SealedRow).hash === hash) return agentId as AgentId
    return undefined
  }

  /** Begins the session of an agent who was recognised, if this station is for them. */
  function here({ who, seat }: Pick<Seated<'session.open'>, 'who' | 'seat'>, agentId: AgentId): Answer {
    const code = mayNot(office(), agentId, who.role as Right)
    if (code) return { code }
    const session = sessions.open(seat, agentId)
    return jsonAnswer({ agentId, relieves: relievedBy(office(), session) })
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

  async function first(call: Seated<'secret.first'>): Promise<Answer> {
    const { agentId } = call.input
    // Sent again after a cut: the office is protected by this very act.
    if (await journal.answer(call.commandId))
      return decided('secret.first', { ...call, who: { ...call.who, agentId } }, undefined)
    if (office().people.isProtected) return { code: 'alreadyProtected' }
    const newSecret = await sealed(agentId, call.input.secret)
    if ('code' in newSecret) return newSecret
    const answer = await decided('secret.first', { ...call, who: { ...call.who, agentId } }, newSecret)
    if (!('code' in answer)) sessions.open(call.seat, agentId)
    return answer
  }

  async function choose(call: Seated<'secret.choose'>): Promise<Answer> {
    const { agentId, code } = call.input
    const first = await journal.answer(call.commandId)
    if (first) return decided('secret.choose', { ...call, who: { ...call.who, agentId } }, undefined)
    const newSecret = (await waitsHere(agentId, call.seat)) ?? (await sealed(agentId, call.input.secret))
    if ('code' in newSecret) return newSecret
    const refused = await compared(call, agentId, async () =>
      seals.matches(code, await sealOf('invitation', agentId)),
    )
    if (refused) return refused
    const answer = await decided('secret.choose', { ...call, who: { ...call.who, agentId } }, newSecret)
    if ('code' in answer) return answer
    const opened = here(call, agentId)
    return 'code' in opened ? opened : answer
  }

  async function change(call: Seated<'secret.change'>): Promise<Answer> {
    const { agentId } = call.who
    if (agentId === null) return { code: 'secretToChoose' }
    // Sent again after a cut: what was the present secret is no longer.
    const first = await journal.answer(call.commandId)
    if (first) return decided('secret.change', call, undefined)
    const newSecret = (await waitsHere(agentId, call.seat)) ?? (await sealed(agentId, call.input.secret))
    if ('code' in newSecret) return newSecret
    const { current } = call.input
    const refused = await compared(call, agentId, async () =>
      seals.matches(plainSecret(current), await sealOf('secret', agentId)),
    )
    return refused ?? sessions.during(call.seat, () => decided('secret.change', call, newSecret))
  }

  async function invite(call: Seated<'agent.invite'>): Promise<Answer> {
    if (seals.busy()) return { code: 'tooManySignIns' }
    const repeated = (await journal.answer(call.commandId)) !== undefined
    const code = String(randomInt(100_000_000)).padStart(8, '0')
    const answer = await decided('agent.invite', call, { hash: await seals.seal(code), kind: 'code' })
    // The stored answer has no code: the code is sent once, to the first caller only.
    return 'code' in answer || repeated
      ? answer
      : jsonAnswer({ ...(JSON.parse(answer.text) as object), code })
  }

  async function enroll(call: Seated<'badge.enroll'>): Promise<Answer> {
    const { badge, agentId } = call.input
    const owner = await ownerOf(badge)
    if (owner !== undefined && owner !== agentId) return { code: 'badgeTaken' }
    return decided('badge.enroll', call, { hash: seals.badge(badge), kind: 'badge' })
  }

  /** Whoever sits where the one who holds this counter sat goes on there. In an open office, anyone may. */
  async function relieve(call: Seated<'counter.relieve'>): Promise<Answer> {
    const { counterId } = call.input
    const session = sessions.at(call.seat)
    const own = office().counters.get(counterId)?.agentId === call.who.agentId
    if (session !== null && !own && relievedBy(office(), session) !== counterId)
      return { code: 'notRelieved' }
    return decided('counter.relieve', call, undefined)
  }

  const decided = <N extends Decided>(
    name: N,
    { who, input, commandId }: Pick<CommandCall<N>, 'who' | 'input' | 'commandId'>,
    newSecret: Sealed | undefined,
  ) => act(who, name, withoutSecrets(name, input), commandId, newSecret)

  /** Whatever holds no person has no seat: nobody signs in there. */
  const seated =
    <N extends CommandOf<'people'>>(perform: (call: Seated<N>) => Answer | Promise<Answer>): Handler<N> =>
    async (call) => {
      const seat = seatOf(call.holder)
      const answer = seat === null ? ({ code: 'forbiddenRole' } as const) : await perform({ ...call, seat })
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
    'secret.first': seated((call) => alone(() => ofPerson(call.input.agentId, () => first(call)))),
    'secret.choose': seated((call) => ofPerson(call.input.agentId, () => choose(call))),
    'secret.change': seated((call) => ofPerson(call.who.agentId, () => change(call))),
    'agent.invite': seated((call) => alone(() => ofPerson(call.input.agentId, () => invite(call)))),
    'badge.enroll': seated((call) => alone(() => enroll(call))),
    'counter.relieve': seated(relieve),
  }
}
