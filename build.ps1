#!/usr/bin/env pwsh
# Starts the build program, after publishing it when its sources have changed: build.sh for Windows and PowerShell.
# An existing Docker engine is required there; --provision is for Debian.
[CmdletBinding(PositionalBinding = $false)]
param([Parameter(ValueFromRemainingArguments = $true)][string[]] $Arguments = @())
Set-StrictMode -Version 3
$ErrorActionPreference = 'Stop'

$root = $PSScriptRoot
$temp = Join-Path $root '.nuke/temp'
$programs = Join-Path $temp 'program'
$current = Join-Path $programs 'current' # two lines: the dotnet to start, the program's folder
$sources = 'build', 'global.json', 'Directory.Build.props', 'Directory.Packages.props' | ForEach-Object { Join-Path $root $_ }
$env:DOTNET_CLI_TELEMETRY_OPTOUT = '1'
$env:DOTNET_NOLOGO = '1'
$env:DOTNET_TieredPGO = '0'
$onWindows = $PSVersionTable.PSVersion.Major -lt 6 -or $IsWindows

function Stop-Build([string[]] $Lines) {
    [Console]::Error.WriteLine("build.ps1: $($Lines[0])")
    $Lines | Select-Object -Skip 1 | ForEach-Object { [Console]::Error.WriteLine("  $_") }
    exit 1
}

function Get-SourceFile { Get-ChildItem -Path $sources -Recurse -File | Sort-Object FullName }

# Returns the dotnet and the folder of the published program, or nothing when a source is newer than it.
function Get-CurrentProgram {
    if (-not (Test-Path $current)) { return $null }
    $lines = @(Get-Content $current)
    if ($lines.Count -lt 2 -or -not (Test-Path (Join-Path $lines[1] 'hubforge.dll'))) { return $null }
    $made = (Get-Item $current).LastWriteTimeUtc
    $newer = Get-ChildItem -Path $sources -Recurse | Where-Object { $_.LastWriteTimeUtc -gt $made } | Select-Object -First 1
    if ($newer) { return $null }
    return $lines
}

function Test-Sdk([string] $Dotnet) {
    Push-Location $root
    try { & $Dotnet --version 2>&1 | Out-Null; return $LASTEXITCODE -eq 0 } catch { return $false } finally { Pop-Location }
}

# The SDK that global.json asks for: the one on PATH where it satisfies, else one installed beside the project.
function Get-Dotnet {
    $found = Get-Command dotnet -CommandType Application -ErrorAction SilentlyContinue | Select-Object -First 1
    if ($found -and (Test-Sdk $found.Source)) { return $found.Source }
    $own = Join-Path $temp "dotnet-sdk/dotnet$(if ($onWindows) { '.exe' })"
    if ((Test-Path $own) -and (Test-Sdk $own)) { return $own }
    $name = if ($onWindows) { 'dotnet-install.ps1' } else { 'dotnet-install.sh' }
    $installer = Join-Path $temp $name
    [Console]::Error.WriteLine("build.ps1: no .NET SDK here satisfies global.json; installing one into $temp/dotnet-sdk")
    try { Invoke-WebRequest -UseBasicParsing -Uri "https://dot.net/v1/$name" -OutFile $installer } catch {
        Stop-Build "the installer of the .NET SDK could not be fetched: $_", 'try: install the SDK that global.json names and put it on PATH'
    }
    $folder = Join-Path $temp 'dotnet-sdk'
    if ($onWindows) { & $installer -JSonFile (Join-Path $root 'global.json') -InstallDir $folder -NoPath | Out-Null }
    else { & bash $installer --jsonfile (Join-Path $root 'global.json') --install-dir $folder --no-path | Out-Null }
    if (-not (Test-Sdk $own)) { Stop-Build 'the .NET SDK could not be installed', 'try: install the SDK that global.json names and put it on PATH' }
    return $own
}

function Get-SourceDigest {
    $listing = Get-SourceFile | ForEach-Object { "$((Get-FileHash $_.FullName -Algorithm SHA256).Hash) $($_.FullName.Substring($root.Length))" }
    $hasher = [Security.Cryptography.SHA256]::Create()
    $bytes = $hasher.ComputeHash([Text.Encoding]::UTF8.GetBytes($listing -join "`n"))
    return (($bytes | Select-Object -First 8 | ForEach-Object { $_.ToString('x2') }) -join '')
}

function Publish-Program {
    $started = [DateTime]::UtcNow # before anything is read, so that an edit during the build is seen by the next run
    $dotnet = Get-Dotnet
    $target = Join-Path $programs (Get-SourceDigest)
    if (-not (Test-Path (Join-Path $target 'hubforge.dll'))) {
        [Console]::Error.WriteLine('build.ps1: publishing the build program (once per change of its sources)')
        $making = Join-Path $programs 'making'
        if (Test-Path $making) { Remove-Item $making -Recurse -Force }
        $log = & $dotnet publish (Join-Path $root 'build/Build/Build.csproj') --configuration Release --use-current-runtime --no-self-contained `
            '-p:PublishReadyToRun=true' --output $making --nologo --verbosity quiet 2>&1
        if ($LASTEXITCODE -ne 0) {
            $log | ForEach-Object { [Console]::Error.WriteLine($_) }
            Stop-Build 'the build program does not compile', 'try: mend the errors above and run again'
        }
        if (Test-Path $target) { Remove-Item $target -Recurse -Force }
        Move-Item $making $target
    }
    Set-Content -Path "$current.tmp" -Value $dotnet, $target
    (Get-Item "$current.tmp").LastWriteTimeUtc = $started
    Move-Item "$current.tmp" $current -Force
    return $dotnet, $target
}

# A shell asks at every press of Tab: the program of the last run answers, and none is made for it.
if ($Arguments.Count -gt 0 -and $Arguments[0] -eq '--complete') {
    $last = @(if (Test-Path $current) { Get-Content $current })
    if ($last.Count -lt 2 -or -not (Test-Path (Join-Path $last[1] 'hubforge.dll'))) { exit 0 }
    & $last[0] (Join-Path $last[1] 'hubforge.dll') @Arguments
    exit $LASTEXITCODE
}

$program = Get-CurrentProgram
if (-not $program) {
    New-Item -ItemType Directory -Force -Path $programs | Out-Null
    $lock = $null
    while (-not $lock) {
        try { $lock = [IO.File]::Open((Join-Path $programs 'lock.ps1'), 'OpenOrCreate', 'ReadWrite', 'None') } catch [IO.IOException] { Start-Sleep -Milliseconds 500 }
    }
    try {
        $program = Get-CurrentProgram
        if (-not $program) { $program = Publish-Program }
    } finally { $lock.Dispose() }
}
& $program[0] (Join-Path $program[1] 'hubforge.dll') @Arguments
exit $LASTEXITCODE
