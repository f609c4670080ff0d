import { useState } from 'react'
import { standbyPage as words } from '../../../shared/messages/standby/standby.fr.ts'
import { useCommand } from '../../link/hooks.ts'
import { Button } from '../../ui/Button.tsx'
import form from '../Settings.module.css'
import style from './Standby.module.css'

/**
 * A token for the second machine, shown as long as the page is, in the line to type there. Where one may have the token before,
 * it is asked twice: that one is cut at once.
 * @param address where this host answers on the network; null while it does not
 * @param isFirst nobody has a token yet
 */
export function FollowerToken({
  address,
  isFirst,
}: {
  readonly address: string | null
  readonly isFirst: boolean
}) {
  const renew = useCommand('standby.renewToken')
  const [asking, setAsking] = useState(false)
  /** The token, and what is said of it: once it is made, what the host says of the others is no longer what it was asked for. */
  const [made, setMade] = useState<{ readonly token: string; readonly said: string } | null>(null)
  const make = async () => {
    const said = isFirst ? words.linkSecret : words.renewed
    const result = await renew({})
    if ('output' in result) setMade({ token: result.output.token, said })
    else setAsking(false)
  }
  if (made !== null)
    return (
      <>
        <p role="status" className={form.small}>
          {made.said}
        </p>
        {address === null ? (
          <p>
            <code className={style.command}>{made.token}</code>
          </p>
        ) : (
          <ol className={style.steps}>
            {words.linkSteps.map((step, at) => (
              <li key={step}>
                {step}
                {at === 1 && <code className={style.command}>{words.linkCommand(address, made.token)}</code>}
              </li>
            ))}
          </ol>
        )}
      </>
    )
  if (isFirst && address === null) return <p className={form.small}>{words.linkNeedsNetwork}</p>
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
