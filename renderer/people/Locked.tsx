import { Lock } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { peopleWords } from '../../shared/messages/people/people.fr.ts'
import { useNow } from '../link/clock.ts'
import { useOffice } from '../link/office.ts'
import { useKeys, KeysHeld, useHeld } from '../ui/keys.ts'
import { AskSecret } from './AskSecret.tsx'
import { nameOf } from './ChoosePerson.tsx'
import { SignIn, type SessionView, type SignInActs } from './SignIn.tsx'
import { useBadge } from './useBadge.ts'
import type { Right } from '../../shared/contract/people/calls.ts'
import style from './People.module.css'
import { Button } from '../ui/Button.tsx'
import { useSaysKeys } from '../ui/directKeys.ts'

const words = peopleWords.locked

/** The station is locked: the person who is here goes on with their secret, or someone else signs in. */
export function Locked({
  view,
  present,
  right,
  acts,
  provider,
}: {
  readonly view: SessionView
  readonly present: NonNullable<SessionView['present']>
  readonly right: Right
  readonly acts: SignInActs
  /** Another way in, where the office has one. */
  readonly provider?: ReactNode
}) {
  const { zone } = useOffice()
  const [other, setOther] = useState(false)
  const [help, setHelp] = useState<string>()
  const [badge, setBadge] = useState<string | null>(null)
  const now = useNow()
  const known = view.people.find(({ agentId }) => agentId === present.agentId)
  useKeys({ Escape: other ? undefined : () => setOther(true) }, { whileTyping: true })
  useBadge({
    // Whoever else signs in has their own ear for it.
    hears: view.badges && !other,
    onBadge: (read) => {
      void acts.open({ badge: read }).then((result) => {
        if (!('error' in result)) return
        if (result.error.code === 'secretNeeded') setBadge(read)
        setHelp(result.error.code === 'secretNeeded' ? peopleWords.who.badgeKnown : result.error.message)
      })
    },
  })
  if (other)
    return <SignIn view={view} right={right} acts={acts} stays={() => setOther(false)} provider={provider} />
  const { stationLockedUntil } = view
  const waitsUntil =
    stationLockedUntil !== null
      ? { until: stationLockedUntil, station: true }
      : known?.lockedUntil != null
        ? { until: known.lockedUntil, station: false }
        : null
  return (
    <main className={style.page}>
      <h1 className={style.title}>
        <Lock aria-hidden size={24} /> {words.title}
      </h1>
      <p className={style.help}>
        {words.since(nameOf(present), present.lockedAt ?? present.since, zone)}. {words.help}
      </p>
      <AskSecret
        key={badge}
        kind={known?.opensWith === 'passphrase' ? 'passphrase' : 'pin'}
        act={words.open}
        waitsUntil={waitsUntil}
        now={now}
        help={help}
        onOpen={(secret) =>
          acts.open({ ...(badge === null ? { agentId: present.agentId } : { badge }), secret })
        }
        onBack={{ title: peopleWords.here.change, act: () => setOther(true) }}
      />
      {provider}
    </main>
  )
}

/**
 * A station of a training site, where nobody has a secret: its lock is tried all the same, by the key of a real office's,
 * and opens by Enter. What was begun is kept under it.
 */
export function TrainingLock({ children }: { readonly children: ReactNode }) {
  const [locked, setLocked] = useState(false)
  const held = useHeld(locked)
  useKeys({ [`Shift+${peopleWords.here.changeKey}`]: () => setLocked(true) }, { whileTyping: true })
  useSaysKeys([{ key: peopleWords.here.lockKey, does: peopleWords.here.lock }])
  return (
    <>
      {locked && (
        <main className={style.page}>
          <h1 className={style.title}>
            <Lock aria-hidden size={24} /> {words.title}
          </h1>
          <p className={style.help}>{words.training}</p>
          <div className={style.acts}>
            <Button autoFocus kind="primary" keyCap="Entrée" onPress={() => setLocked(false)}>
              {words.open}
            </Button>
          </div>
        </main>
      )}
      <div hidden={locked} className={locked ? undefined : style.through}>
        <KeysHeld value={held}>{children}</KeysHeld>
      </div>
    </>
  )
}
