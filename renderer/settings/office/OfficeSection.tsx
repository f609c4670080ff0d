import { useState } from 'react'
import type { OfficeAddress, OfficeSettings } from '../../../shared/contract/office/settings.ts'
import { keyKept } from '../../../shared/messages/office/key.fr.ts'
import { settings as texts } from '../../../shared/messages/office/settings.fr.ts'
import { Boundary } from '../../ui/Boundary.tsx'
import { Group } from '../../ui/Column.tsx'
import { Form } from '../../ui/Form.tsx'
import { KeepActs, useTyped } from '../../ui/Typed.tsx'
import { AddressFields } from './AddressFields.tsx'
import { addressFrom, type AddressDraft, type Wrong } from './addressForm.ts'
import style from '../Settings.module.css'
import type { AdministrationActs } from '../acts.ts'
import { KeyKept } from './KeyKept.tsx'
import { CopyButton } from '../../ui/CopyButton.tsx'
import { Stations } from '../network/Stations.tsx'

const words = texts.administration

/** Where the office is, the key that checks its documents, the other stations. */
export const OfficeSection = ({
  settings,
  publicKey,
  onSetAddress,
}: {
  readonly settings: OfficeSettings
  readonly publicKey: string
  readonly onSetAddress: AdministrationActs['setAddress']
}) => (
  <div className={style.columns}>
    <div>
      <Boundary name={words.address}>
        <Address address={settings.address} onSave={onSetAddress} />
      </Boundary>
      <Boundary name={words.stations}>
        <Stations />
      </Boundary>
    </div>
    <div>
      <Boundary name={words.key}>
        <PublicKey publicKey={publicKey} />
      </Boundary>
      <Boundary name={keyKept.title}>
        <KeyKept />
      </Boundary>
    </div>
  </div>
)

const draftOf = (address: OfficeAddress): AddressDraft => ({ ...address, email: address.email ?? '' })

function Address({
  address,
  onSave,
}: {
  readonly address: OfficeAddress
  readonly onSave: AdministrationActs['setAddress']
}) {
  const form = useTyped(draftOf(address))
  const [wrong, setWrong] = useState<Wrong<AddressDraft>>({})

  const save = async () => {
    const made = addressFrom(form.typed)
    setWrong('wrong' in made ? made.wrong : {})
    if ('address' in made && (await onSave(made.address))) form.kept(words.saved)
  }

  return (
    <Group title={words.address}>
      <Form className={style.form} onSend={save}>
        <AddressFields draft={form.typed} wrong={wrong} onChange={form.change} />
        <KeepActs of={form} save={words.save} cancel={words.cancel} onCancel={() => setWrong({})} />
      </Form>
    </Group>
  )
}

/** The office's public key, to be published: with it anyone checks a document without asking the office. */
const PublicKey = ({ publicKey }: { readonly publicKey: string }) => (
  <Group title={words.key}>
    <p className={style.small}>{words.keyHelp}</p>
    <code className={style.key}>{publicKey}</code>
    <CopyButton text={publicKey} words={words} />
  </Group>
)
