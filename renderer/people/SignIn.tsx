import { useState, type ReactNode } from 'react'
import type { AgentId } from '../../shared/contract/ids.ts'
import type { Input, Output } from '../../shared/contract/index.ts'
import type { Right } from '../../shared/contract/people/calls.ts'
import { peopleWords } from '../../shared/messages/people/people.fr.ts'
import type { Result } from '../../shared/rpc/connect.ts'
import { useNow } from '../link/clock.ts'
import { Button } from '../ui/Button.tsx'
import { useKeys } from '../ui/keys.ts'
import { AskSecret } from './AskSecret.tsx'
import { ChoosePerson, nameOf, withFigures } from './ChoosePerson.tsx'
import { ChooseSecret } from './ChooseSecret.tsx'
import { useBadge } from './useBadge.ts'
import style from './People.module.css'

export type SessionView = Output<'session.view'>
export type SignInActs = {
  readonly open: (input: Input<'session.open'>) => Promise<Result<Output<'session.open'>>>
  readonly choose: (input: Input<'secret.choose'>) => Promise<Result<Output<'secret.choose'>>>
}

const words = peopleWords

/** The person chosen in the list, or the badge read, before the secret is asked. */
type PersonOrBadge = { readonly agentId: AgentId } | { readonly badge: string }

/**
 * A station asks who is there: the person, then their secret; or their badge, and their secret where the office wants both.
 * @param right what this station needs: who manages has a passphrase
 * @param stays gives up changing person, where someone is already signed in
 */
export function SignIn({
  view,
  right,
  acts,
  title = words.who.title,
  notice,
  stays,
  onOwnSecret,
  provider,
}: {
  readonly view: SessionView
  readonly right: Right
  readonly acts: SignInActs
  readonly title?: string
  /** Why the station asks, where it isn't plain. */
  readonly notice?: ReactNode
  readonly stays?: (() => void) | undefined
  /** Whoever is here would change their own secret instead. */
  readonly onOwnSecret?: () => void
  /** Another way in, where the office has one. */
  readonly provider?: ReactNode
}) {
  const { people, stationLockedUntil, badges } = view
  const now = useNow()
  const [asked, setAsked] = useState<PersonOrBadge | null>(null)
  const [refused, setRefused] = useState<string | null>(null)
  const person = asked && 'agentId' in asked ? people.find((one) => one.agentId === asked.agentId) : undefined
  const back = () => {
    setAsked(null)
    setRefused(null)
  }
  const badge = async (read: string) => {
    const result = await acts.open({ badge: read })
    if (!('error' in result)) return
    if (result.error.code === 'secretNeeded') return setAsked({ badge: read })
    setAsked(null)
    setRefused(result.error.message)
  }
  useBadge({
    hears: badges,
    onBadge: (read) => void badge(read),
    onUnsure: ({ inField }) => {
      if (!inField) setRefused(words.who.badgeUnsure)
    },
    onFigure: (figure) => {
      const one = people.length > withFigures || asked !== null ? undefined : people[figure - 1]
      if (one) setAsked({ agentId: one.agentId })
    },
  })
  useKeys({ Escape: asked === null ? stays : back }, { whileTyping: true })
  const waitsUntil =
    stationLockedUntil !== null
      ? { until: stationLockedUntil, station: true }
      : person?.lockedUntil != null
        ? { until: person.lockedUntil, station: false }
        : null
  return (
    <main className={style.page}>
      <h1 className={style.title}>{person ? nameOf(person) : title}</h1>
      {asked === null && (
        <>
          {notice}
          <p className={style.help}>
            {people.length > withFigures ? words.who.helpMany : words.who.help}
            {badges && ` ${words.who.helpBadge}`}
          </p>
          <p role="alert" className={style.wrong}>
            {refused}
          </p>
          <ChoosePerson people={people} now={now} onChoose={(agentId) => setAsked({ agentId })} />
          {provider}
          {stays && (
            <div className={style.acts}>
              <Button keyCap="Échap" onPress={stays}>
                {words.here.stays}
              </Button>
              {onOwnSecret && <Button onPress={onOwnSecret}>{words.here.changeSecret}</Button>}
            </div>
          )}
        </>
      )}
      {person?.opensWith === 'invited' && (
        <ChooseSecret
          person={person}
          phrase={right === 'admin'}
          onChoose={(input) => acts.choose({ ...input, agentId: person.agentId })}
          onBack={back}
        />
      )}
      {person?.opensWith === null && (
        <>
          <p>{words.who.notYet}</p>
          <div className={style.acts}>
            <Button keyCap="Échap" onPress={back}>
              {words.ask.back}
            </Button>
          </div>
        </>
      )}
      {asked !== null && (person === undefined || isKind(person.opensWith)) && (
        <AskSecret
          key={JSON.stringify(asked)}
          kind={person && isKind(person.opensWith) ? person.opensWith : 'pin'}
          act={words.ask.open}
          waitsUntil={waitsUntil}
          now={now}
          help={'badge' in asked ? words.who.badgeKnown : undefined}
          onOpen={(secret) => acts.open({ ...asked, secret })}
          onBack={{ title: words.ask.back, act: back }}
        />
      )}
    </main>
  )
}

const isKind = (opensWith: string | null): opensWith is 'pin' | 'passphrase' =>
  opensWith === 'pin' || opensWith === 'passphrase'
