import { useState } from 'react'
import { loginWords } from '../../shared/messages/people/login.fr.ts'
import { openBeside } from '../link/shell.ts'
import { useLink, useRead } from '../link/hooks.ts'
import { Button } from '../ui/Button.tsx'
import style from './People.module.css'

/** Where the office has set a provider: signing in by it, beside what is the office's own. Nothing where it has not. */
export function ByProvider() {
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
