import { useEffect, useRef } from 'react'
import type { DoorNow, PairingNow } from '../../../shared/contract/network/calls.ts'
import { network as words } from '../../../shared/messages/network/network.fr.ts'
import { useNow } from '../../link/clock.ts'
import { addressRead } from './joinForm.ts'
import { Button } from '../../ui/Button.tsx'
import { CopyButton } from '../../ui/CopyButton.tsx'
import { Group } from '../../ui/Column.tsx'
import lettering from '../../ui/Lettering.module.css'
import form from '../Settings.module.css'
import style from './Network.module.css'

/** A pairing that waits for its station: the code in large figures, or the link; what is left of it. */
export function PairingWaits({
  pairing,
  door,
  onStop,
}: {
  readonly pairing: PairingNow
  readonly door: DoorNow
  readonly onStop: () => Promise<void>
}) {
  const now = useNow()
  const { code, links, role, place, until, tries } = pairing
  const stop = useRef<HTMLButtonElement>(null)
  // The button pressed is no longer drawn: the focus goes to the one act that is left.
  useEffect(() => stop.current?.focus(), [])
  return (
    <Group title={words.waits(role, place.name)}>
      {code !== null && (
        <>
          <p className={lettering.label}>{words.code}</p>
          <p className={style.code} role="img" aria-label={words.codeSpoken(code)}>
            <span>{code.slice(0, 4)}</span>
            <span>{code.slice(4)}</span>
          </p>
          <p className={lettering.label}>{words.addressTo(door.addresses.length)}</p>
          <ul role="list" aria-label={words.addressTo(door.addresses.length)} className={style.addresses}>
            {door.addresses.map((address) => (
              <li key={address}>{addressRead(address)}</li>
            ))}
          </ul>
        </>
      )}
      {links.length > 0 && (
        <>
          <p className={lettering.label}>{words.links}</p>
          <ul role="list" aria-label={words.links}>
            {links.map((link) => (
              <li key={link} className={style.link}>
                <code className={form.key}>{link}</code>
                <CopyButton text={link} words={words} />
              </li>
            ))}
          </ul>
          <p className={form.small}>{words.linkWarning}</p>
        </>
      )}
      <div className={form.acts}>
        <span className={style.left} role="timer">
          {words.left(until - now)}
        </span>
        {code !== null && <span className={form.small}>{words.tries(tries)}</span>}
        <Button ref={stop} onPress={() => void onStop()}>
          {words.stop}
        </Button>
      </div>
    </Group>
  )
}
