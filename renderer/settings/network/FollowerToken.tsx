import { useState } from 'react'
import { followingPage as words } from '../../../shared/messages/standby/standby.fr.ts'
import { useCommand } from '../../link/hooks.ts'
import { Button } from '../../ui/Button.tsx'
import form from '../Settings.module.css'

/** Another token for the second machine, asked twice: the one that follows is cut at once. Shown as long as the page is. */
export function FollowerToken() {
  const renew = useCommand('standby.renewToken')
  const [asking, setAsking] = useState(false)
  const [token, setToken] = useState<string | null>(null)
  if (token !== null)
    return (
      <>
        <p role="status" className={form.small}>
          {words.renewed}
        </p>
        <p>
          <code>{token}</code>
        </p>
      </>
    )
  if (!asking)
    return (
      <div className={form.acts}>
        <Button onPress={() => setAsking(true)}>{words.renew}</Button>
      </div>
    )
  const change = async () => {
    const result = await renew({})
    if ('output' in result) setToken(result.output.token)
    else setAsking(false)
  }
  return (
    <>
      <p className={form.small}>{words.renewSure}</p>
      <div className={form.acts}>
        <Button kind="primary" autoFocus onPress={() => void change()}>
          {words.renew}
        </Button>
        <Button onPress={() => setAsking(false)}>{words.cancel}</Button>
      </div>
    </>
  )
}
