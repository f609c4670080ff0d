import { useState } from 'react'
import { standbyPage as words } from '../../../shared/messages/standby/standby.fr.ts'
import { useCommand } from '../../link/hooks.ts'
import { Button } from '../../ui/Button.tsx'
import { FollowSteps } from './FollowSteps.tsx'
import form from '../Settings.module.css'
import style from './Standby.module.css'

/**
 * A token for the second machine, shown as long as the page is, in the line to type there. Where one may have the token before,
 * it is asked twice: that one is cut at once.
 * @param address where this host answers on the network; null while it does not
 * @param fault why it does not answer on the network that is set
 * @param chosen whether a network is set: the door then opens with the first token
 * @param isFirst nobody has a token yet
 */
export function FollowerToken({
  address,
  fault,
  chosen,
  isFirst,
}: {
  readonly address: string | null
  readonly fault: string | null
  readonly chosen: boolean
  readonly isFirst: boolean
}) {
  const renew = useCommand('standby.renewToken')
  const [asking, setAsking] = useState(false)
  /** The token, and what it was asked for: once it is made, what the host says of the others has changed. */
  const [made, setMade] = useState<{ readonly token: string; readonly wasFirst: boolean } | null>(null)
  const make = async () => {
    const result = await renew({})
    if ('output' in result) setMade({ token: result.output.token, wasFirst: isFirst })
    else setAsking(false)
  }
  if (made !== null)
    return <MadeToken address={address} fault={fault} token={made.token} isFirst={made.wasFirst} />
  if (isFirst && !chosen) return <p className={form.small}>{words.linkNeedsNetwork}</p>
  if (!asking)
    return (
      <div className={form.acts}>
        <Button onPress={() => (isFirst ? void make() : setAsking(true))}>
          {isFirst ? words.link : words.renew}
        </Button>
      </div>
    )
  return (
    <>
      <p className={form.small}>{words.renewSure}</p>
      <div className={form.acts}>
        <Button kind="primary" autoFocus onPress={() => void make()}>
          {words.renew}
        </Button>
        <Button onPress={() => setAsking(false)}>{words.cancel}</Button>
      </div>
    </>
  )
}

/** A token just made, and what is done with it. */
export function MadeToken({
  address,
  fault,
  token,
  isFirst,
}: {
  readonly address: string | null
  readonly fault: string | null
  readonly token: string
  readonly isFirst: boolean
}) {
  return (
    <>
      <p role="status" className={form.small}>
        {isFirst ? words.linkSecret : words.renewed}
      </p>
      {address === null ? (
        <>
          <p>
            <code className={style.command}>{token}</code>
          </p>
          <p className={form.small}>{words.renewedElsewhere(fault)}</p>
        </>
      ) : (
        <FollowSteps address={address} token={token} isFirst={isFirst} />
      )}
    </>
  )
}
