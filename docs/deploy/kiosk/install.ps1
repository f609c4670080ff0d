# Fait d’un poste Windows une borne. À lancer sous le compte SYSTEM (psexec -i -s powershell, une tâche planifiée, Intune) :
#   .\install.ps1 -Code 704518                 accès affecté (Professionnel)
#   .\install.ps1 -Code 704518 -ShellLauncher  lanceur d’interface (Entreprise, Éducation, IoT)
param(
  [Parameter(Mandatory)][ValidatePattern('^[0-9]{6,12}$')][string]$Code,
  [switch]$ShellLauncher
)
$ErrorActionPreference = 'Stop'

if ([Security.Principal.WindowsIdentity]::GetCurrent().User.Value -ne 'S-1-5-18') {
  throw 'Lancez ce script sous le compte SYSTEM : la configuration des bornes n’est ouverte qu’à lui.'
}

$folder = Join-Path $env:ProgramData 'Guichet'
$config = Join-Path $folder 'guichet.json'
if (Test-Path $config) { throw "$config existe déjà : ajoutez-y « kiosk » à la main." }
New-Item -ItemType Directory -Force $folder | Out-Null
# Le dossier dit aussi d’où viennent les mises à jour : lui et ce qu’il contient, aux administrateurs seuls.
icacls $folder /setowner '*S-1-5-32-544' /T /L /Q | Out-Null
icacls $folder /inheritance:r /grant:r '*S-1-5-18:(OI)(CI)F' '*S-1-5-32-544:(OI)(CI)F' '*S-1-5-32-545:(OI)(CI)RX' /Q | Out-Null
if ($LASTEXITCODE -ne 0) { throw "$folder n’a pas pu être réservé aux administrateurs : rien n’a été écrit." }
$json = @{ station = 'kiosk'; kiosk = @{ code = $Code } } | ConvertTo-Json
[IO.File]::WriteAllText($config, $json)
# La borne lit, personne d’autre que les administrateurs n’écrit.
icacls $config /inheritance:r /grant '*S-1-5-18:F' '*S-1-5-32-544:F' '*S-1-5-32-545:R' | Out-Null

# Clés USB, menu de Ctrl+Alt+Suppr, touches rémanentes : fermés pour tous les comptes ordinaires.
$policies = 'HKLM:\Software\Policies\Microsoft\Windows'
New-Item -Force "$policies\RemovableStorageDevices" | Out-Null
Set-ItemProperty "$policies\RemovableStorageDevices" Deny_All 1 -Type DWord
New-Item -Force "$policies\Explorer" | Out-Null
Set-ItemProperty "$policies\Explorer" DisableNotificationCenter 1 -Type DWord
$system = 'HKLM:\Software\Microsoft\Windows\CurrentVersion\Policies\System'
Set-ItemProperty $system DisableLockWorkstation 1 -Type DWord
Set-ItemProperty $system DisableChangePassword 1 -Type DWord
# Ni glissement depuis le bord de l’écran tactile, ni veille.
New-Item -Force "$policies\EdgeUI" | Out-Null
Set-ItemProperty "$policies\EdgeUI" AllowEdgeSwipe 0 -Type DWord
powercfg /change monitor-timeout-ac 0
powercfg /change standby-timeout-ac 0

$access = Get-CimInstance -Namespace 'root\cimv2\mdm\dmmap' -ClassName 'MDM_AssignedAccess'
$name = if ($ShellLauncher) { 'shell-launcher.xml' } else { 'assigned-access.xml' }
$xml = [Net.WebUtility]::HtmlEncode([IO.File]::ReadAllText((Join-Path $PSScriptRoot $name)))
if ($ShellLauncher) {
  Enable-WindowsOptionalFeature -Online -FeatureName Client-EmbeddedShellLauncher -All -NoRestart | Out-Null
  $access.ShellLauncher = $xml
} else {
  $access.Configuration = $xml
}
Set-CimInstance -CimInstance $access
'Prêt : redémarrez le poste.'
