import { installed } from '../../../shared/messages/updates/installed.fr.ts'
import { readPolicy } from './policy.ts'
import { configurationFile, readConfiguration, type Configured } from './read.ts'
import type { Configuration } from './schema.ts'

/** What a policy sets wins over the file, setting by setting. */
export function over(file: Configuration, policy: Configuration): Configuration {
  const host = { ...file.host, ...policy.host }
  return {
    ...file,
    ...policy,
    ...(Object.keys(host).length > 0 && { host }),
  }
}

/**
 * This machine's configuration: the group policy, then the file.
 * @param named a file to read in the system's place
 */
export function machineConfiguration(named: string | null): Configured {
  const path = named ?? configurationFile(process.platform, process.env)
  const file = readConfiguration(path)
  const policy = readPolicy(process.platform, process.env)
  if ('problem' in file) return file
  if ('problem' in policy) return policy
  const updateSetBy = policy.configuration.update
    ? installed.configuration.policy
    : file.configuration.update && path
  return {
    configuration: over(file.configuration, policy.configuration),
    ...(updateSetBy !== undefined && { updateSetBy }),
  }
}
