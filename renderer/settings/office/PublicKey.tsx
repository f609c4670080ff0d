import { settings as texts } from '../../../shared/messages/office/settings.fr.ts'
import { CopyButton } from '../../ui/CopyButton.tsx'
import { Group } from '../../ui/Column.tsx'
import style from '../Settings.module.css'

const words = texts.administration

/** The office's public key, to be published: with it anyone checks a document without asking the office. */
export const PublicKey = ({ publicKey }: { readonly publicKey: string }) => (
  <Group title={words.key}>
    <p className={style.small}>{words.keyHelp}</p>
    <code className={style.key}>{publicKey}</code>
    <CopyButton text={publicKey} words={words} />
  </Group>
)
