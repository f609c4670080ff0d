import { useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import type { Right } from '../../shared/contract/people/calls.ts'
import { app as appWords } from '../../shared/messages/app.fr.ts'
import { peopleWords } from '../../shared/messages/people/people.fr.ts'
import { Message } from '../ui/Message.tsx'
import { useOffice } from '../link/office.ts'
import { useCommand, useLink, useView, useRead } from '../link/hooks.ts'
import { KeysHeld, useHeld, useKeys } from '../ui/keys.ts'
import { say } from '../link/notices.ts'
import { loginWords } from '../../shared/messages/people/login.fr.ts'
import { openBeside } from '../link/shell.ts'
import { Button } from '../ui/Button.tsx'
import { ChangeSecret } from './ChangeSecret.tsx'
import { Locked } from './Locked.tsx'
import { PresenceContext } from './presence.ts'
import { PresenceBar } from './PresenceBar.tsx'
import { SignIn, type SessionView, type SignInActs } from './SignIn.tsx'
import { TrainingLock } from './Locked.tsx'
import style from './People.module.css'

/**
 * What a station shows of itself to who is there. Where people have a secret, it asks who they are; locked, or while someone
 * else signs in, it keeps the page as it was under what it asks, drawn for nobody. Another person finds a page of their own.
 */
export function AtStation({
  right,
  thin,
  children,
}: {
  readonly right: Right
  /** The bar: too thin to ask, it says that nobody is there. */
  readonly thin: boolean
  readonly children: ReactNode
}) {
  const view = useView('session.view', {})
  const { school } = useOffice()
  if (view === undefined) return <Message title={appWords.connecting} />
  if (!view.needed)
    return school && right === 'agent' && !thin ? <TrainingLock>{children}</TrainingLock> : children
  return (
    <Held view={view} right={right} thin={thin}>
      {children}
    </Held>
  )
}

function Held({
  view,
  right,
  thin,
  children,
}: {
  readonly view: SessionView
  readonly right: Right
  readonly thin: boolean
  readonly children: ReactNode
}) {
  const acts = useSignIn()
  // The administration keeps its passphrases.
  const provider = right === 'admin' ? undefined : <ByProvider />
  const close = useCommand('session.close')
  const lock = useCommand('session.lock')
  const { present } = view
  const [changes, setChanges] = useState<'agent' | 'secret' | null>(null)
  const change = useCallback(() => setChanges('agent'), [])
  const presence = useMemo(() => ({ change }), [change])
  const here = present !== null && present.mayHere
  const open = here && present.lockedAt === null
  useTouches(open)
  useKeys(
    {
      [peopleWords.here.changeKey]: open ? () => setChanges(changes === null ? 'agent' : null) : undefined,
      [`Shift+${peopleWords.here.changeKey}`]: open ? () => void lock({}) : undefined,
    },
    { whileTyping: true },
  )
  // Whoever came has a page of their own; what was asked for is over.
  const [was, setWas] = useState(present?.agentId)
  if (was !== present?.agentId) {
    setWas(present?.agentId)
    setChanges(null)
  }
  if (thin)
    return open ? (
      <PresenceContext value={presence}>{children}</PresenceContext>
    ) : (
      <p className={style.thin}>{peopleWords.here.thin}</p>
    )
  if (present === null || !present.mayHere)
    return (
      <SignIn
        view={view}
        right={right}
        acts={acts}
        provider={provider}
        notice={present && <p role="alert">{peopleWords.ask.elsewhere}</p>}
      />
    )
  const covered = changes !== null || present.lockedAt !== null
  return (
    <PresenceContext value={presence}>
      {present.lockedAt !== null ? (
        <Locked view={view} present={present} right={right} acts={acts} provider={provider} />
      ) : (
        changes === 'agent' && (
          <SignIn
            view={view}
            right={right}
            acts={acts}
            provider={provider}
            title={peopleWords.here.changing(fullName(present))}
            stays={() => setChanges(null)}
            onOwnSecret={() => setChanges('secret')}
          />
        )
      )}
      {open && changes === 'secret' && <ChangeSecret present={present} onDone={() => setChanges(null)} />}
      <Kept key={present.agentId} covered={covered}>
        <PresenceBar
          present={present}
          counter={right === 'agent' ? present.relieves : null}
          onChange={change}
          onLock={() => void lock({})}
          onLeave={() => void close({})}
        />
        <div className={style.under}>{children}</div>
      </Kept>
    </PresenceContext>
  )
}

/** The page as it was, drawn for nobody and deaf while it is covered; then the hand is where it was. */
function Kept({ covered, children }: { readonly covered: boolean; readonly children: ReactNode }) {
  const last = useRef<HTMLElement | null>(null)
  const was = useRef(covered)
  const held = useHeld(covered)
  useEffect(() => {
    if (was.current && !covered) last.current?.focus()
    was.current = covered
  }, [covered])
  return (
    <div
      hidden={covered}
      className={style.kept}
      onFocus={({ target }) => {
        last.current = target
      }}
    >
      <KeysHeld value={held}>{children}</KeysHeld>
    </div>
  )
}

const fullName = ({ agentId, name }: NonNullable<SessionView['present']>): string =>
  name ? `${name.firstName} ${name.familyName}` : peopleWords.who.unnamed(agentId)

/** Signing in, without notices: what is refused is said where it was typed. Who takes a colleague's place goes on there. */
function useSignIn(): SignInActs {
  const link = useLink()
  return useMemo(
    () => ({
      open: async (input) => {
        const result = await link.act('session.open', input)
        if ('output' in result && result.output.relieves !== null) {
          const counterId = result.output.relieves
          const relieved = await link.act('counter.relieve', { counterId })
          if ('output' in relieved) say(peopleWords.here.relieved(counterId), 'done')
        }
        return result
      },
      choose: (input) => link.act('secret.choose', input),
    }),
    [link],
  )
}

/** Milliseconds between two words to the host that someone is at the keys. */
const every = 30_000

/** While someone is here, the host is told that they are at the keys: the station locks itself when nobody is. */
function useTouches(here: boolean): void {
  const link = useLink()
  useEffect(() => {
    if (!here) return
    let last = Number.NEGATIVE_INFINITY
    const touch = ({ timeStamp, isTrusted }: Event) => {
      if (!isTrusted || timeStamp - last < every) return
      last = timeStamp
      // Refused, the station is locked or nobody's by now: its page says so.
      void link.act('session.touch', {})
    }
    const events = ['keydown', 'pointerdown', 'wheel'] as const
    for (const name of events) window.addEventListener(name, touch, { capture: true, passive: true })
    return () => {
      for (const name of events) window.removeEventListener(name, touch, { capture: true })
    }
  }, [here, link])
}

/** Where the office has set a provider: signing in by it, beside what is the office's own. Nothing where it has not. */
function ByProvider() {
  const link = useLink()
  const offer = useRead('login.offer', {}).shown?.offer ?? null
  const [message, setMessage] = useState<string | null>(null)
  const [wrong, setWrong] = useState<string | null>(null)
  if (offer === null) return null
  const go = async () => {
    setMessage(null)
    const result = await link.act('login.begin', {})
    setWrong('error' in result ? result.error.message : null)
    if ('error' in result) return
    const { url } = result.output
    // This browser's own host: its page comes back here by itself.
    if (new URL(url).origin === location.origin) return location.assign(url)
    openBeside(url)
    setMessage(loginWords.opened)
  }
  return (
    <section aria-label={loginWords.or} className={style.provider}>
      <Button onPress={() => void go()}>{loginWords.act(offer.kind, offer.label)}</Button>
      <p role="status">{message}</p>
      <p role="alert" className={style.wrong}>
        {wrong}
      </p>
    </section>
  )
}
