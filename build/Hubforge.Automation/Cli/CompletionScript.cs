namespace Hubforge.Automation.Cli;

/// <summary>What a person adds to the start-up file of a shell to have targets and parameters completed.</summary>
internal static class CompletionScript
{
    public static string Of(string shell) =>
        shell switch
        {
            "zsh" => """
                #compdef build.sh
                _hubforge() {
                  local -a found
                  found=("${(@f)$("${words[1]}" --complete "${(@)words[2,$CURRENT]}" 2>/dev/null)}")
                  compadd -- $found
                }
                compdef _hubforge build.sh ./build.sh

                """,
            "fish" => """
                function __hubforge
                  set -l words (commandline -opc) (commandline -ct)
                  $words[1] --complete $words[2..-1] 2>/dev/null
                end
                complete -c build.sh -f -a '(__hubforge)'

                """,
            "powershell" => """
                Register-ArgumentCompleter -Native -CommandName build.ps1, ./build.ps1 -ScriptBlock {
                  param($word, $ast, $position)
                  $words = @($ast.CommandElements | Select-Object -Skip 1 | ForEach-Object { $_.ToString() })
                  if ($word -eq '') { $words += '' }
                  & $ast.CommandElements[0].ToString() --complete @words 2>$null |
                    ForEach-Object { [System.Management.Automation.CompletionResult]::new($_) }
                }

                """,
            _ => """
                _hubforge() {
                  local IFS=$'\n' word words=() last=-1 glue=
                  # readline takes an option and its value apart at the equals sign
                  for word in "${COMP_WORDS[@]:1:COMP_CWORD}"; do
                    if [[ $last -ge 0 && ( $word == = || $glue ) ]]; then
                      words[last]+=$word
                    else
                      words[++last]=$word
                    fi
                    [[ $word == = ]] && glue=1 || glue=
                  done
                  COMPREPLY=($("${COMP_WORDS[0]}" --complete "${words[@]}" 2>/dev/null))
                  [[ ${words[last]} == *=* ]] && COMPREPLY=("${COMPREPLY[@]#*=}")
                }
                complete -F _hubforge build.sh ./build.sh

                """,
        };
}
