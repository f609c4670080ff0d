import { useState } from 'react'
import type { AgentId, PrinterId, ServiceId } from '../../shared/contract/ids.ts'
import type { Input, Output } from '../../shared/contract/index.ts'
import type { AgentName, OfficeAddress, OfficeSettings } from '../../shared/contract/office.ts'
import { settings as texts } from '../../shared/messages/settings.fr.ts'
import { Boundary } from '../app/Boundary.tsx'
import { Header } from '../app/Header.tsx'
import { Button } from '../ui/Button.tsx'
import { Column, Group } from '../ui/Column.tsx'
import { AddressFields } from './AddressFields.tsx'
import { addressFrom, type AddressDraft, type Wrong } from './addressForm.ts'
import style from './Administration.module.css'
import { Agents } from './Agents.tsx'
import { PublicKey } from './PublicKey.tsx'
import { Printers } from './Printers.tsx'
import { Stations } from './Stations.tsx'

/** Each act says whether it was done; a refusal is said by the page's notices and loses nothing typed. */
export type AdministrationActs = {
  readonly setAddress: (address: OfficeAddress) => Promise<boolean>
  readonly setPrinters: (input: Input<'office.setPrinters'>) => Promise<boolean>
  readonly testPrinter: (printerId: PrinterId) => Promise<boolean>
  readonly setAgent: (agentId: AgentId, name: AgentName, services: readonly ServiceId[]) => Promise<boolean>
}

const words = texts.administration

/** The office's settings: address, printers, agents, the key that checks documents, the other stations. */
export function AdministrationPage({
  settings,
  agents,
  publicKey,
  acts,
}: Omit<Output<'settings.view'>, 'settings'> & {
  readonly settings: OfficeSettings
  readonly acts: AdministrationActs
}) {
  return (
    <div className={style.page}>
      <Header title={words.title} detail={settings.address.name} />
      <main className={style.columns}>
        <Column label={words.columns.office}>
          <Boundary name={words.address}>
            <Address address={settings.address} onSave={acts.setAddress} />
          </Boundary>
          <Boundary name={words.key}>
            <PublicKey publicKey={publicKey} />
          </Boundary>
        </Column>
        <Column label={words.columns.printing}>
          <Boundary name={words.printers}>
            <Printers settings={settings} onSet={acts.setPrinters} onTest={acts.testPrinter} />
          </Boundary>
        </Column>
        <Column label={words.columns.people}>
          <Boundary name={words.agents}>
            <Agents agents={agents} services={settings.services} onSet={acts.setAgent} />
          </Boundary>
          <Boundary name={words.stations}>
            <Stations />
          </Boundary>
        </Column>
      </main>
    </div>
  )
}

const draftOf = (address: OfficeAddress): AddressDraft => ({ ...address, email: address.email ?? '' })

function Address({
  address,
  onSave,
}: {
  readonly address: OfficeAddress
  readonly onSave: AdministrationActs['setAddress']
}) {
  // Null while nothing is being typed: the page then shows what the host says.
  const [draft, setDraft] = useState<AddressDraft | null>(null)
  const [wrong, setWrong] = useState<Wrong<AddressDraft>>({})
  const [saved, setSaved] = useState(false)

  const save = async () => {
    const made = addressFrom(draft ?? draftOf(address))
    setWrong('wrong' in made ? made.wrong : {})
    if ('wrong' in made || !(await onSave(made.address))) return
    setDraft(null)
    setSaved(true)
  }

  return (
    <Group title={words.address}>
      <form
        noValidate
        className={style.form}
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <AddressFields
          draft={draft ?? draftOf(address)}
          wrong={wrong}
          onChange={(next) => {
            setSaved(false)
            setDraft(next)
          }}
        />
        <div className={style.acts}>
          <Button kind={draft ? 'primary' : 'plain'} type="submit">
            {words.save}
          </Button>
          {draft && (
            <Button
              onPress={() => {
                setDraft(null)
                setWrong({})
              }}
            >
              {words.cancel}
            </Button>
          )}
          <span role="status" className={style.small}>
            {saved ? words.saved : ''}
          </span>
        </div>
      </form>
    </Group>
  )
}
