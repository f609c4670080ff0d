import { useState } from 'react'
import { settings as texts } from '../../../shared/messages/office/settings.fr.ts'
import { Button } from '../../ui/Button.tsx'
import { Group } from '../../ui/Column.tsx'
import style from '../Settings.module.css'

const words = texts.administration

/** The office's public key, to be published: with it anyone checks a document without asking the office. */
export function PublicKey({ publicKey }: { readonly publicKey: string }) {
  const [message, setMessage] = useState('')
  const copy = () => {
    navigator.clipboard.writeText(publicKey).then(
      () => setMessage(words.copied),
      () => setMessage(words.copyFailed),
    )
  }
  return (
    <Group title={words.key}>
      <p className={style.small}>{words.keyHelp}</p>
      <code className={style.key}>{publicKey}</code>
      <div className={style.acts}>
        <Button onPress={copy}>{words.copy}</Button>
        <span role="status" className={style.small}>
          {message}
        </span>
      </div>
    </Group>
  )
}
