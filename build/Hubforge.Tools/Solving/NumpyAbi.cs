using System.Text.RegularExpressions;

namespace Hubforge.Tools.Solving;

/// <summary>
/// Recognises packages compiled for another numpy. No index records the ABI, so this shows only when a package is imported: in logs of tests and builds.
/// </summary>
public static partial class NumpyAbi
{
    /// <summary>Returns the failure that the log tells of, or null when it tells of none.</summary>
    public static SolveFailure? Find(string log)
    {
        var lines = LogText.Lines(log);
        var complaint = lines.FirstOrDefault(line => Complaint().IsMatch(line));
        if (complaint is null)
        {
            return null;
        }

        // The innermost frame outside numpy is the module that was compiled for another numpy.
        var package = lines
            .Select(line => Frame().Match(line))
            .LastOrDefault(match => match.Success && match.Groups["package"].Value != "numpy")
            ?.Groups["package"]
            .Value;
        return new SolveFailure(
            SolveFailureKind.AbiMismatch,
            $"{package ?? "A package"} was compiled against another numpy ABI than the one that is installed."
        )
        {
            Packages = package is null ? [] : [package],
            Facts = [new SolveFact("numpy", complaint.Trim())],
        };
    }

    [GeneratedRegex(
        @"numpy\.(?:dtype|ndarray|ufunc) size changed|module compiled against (?:ABI|API) version|compiled using NumPy 1\.x cannot be run in|numpy\.core\.multiarray failed to import|numpy\.core\._multiarray_umath failed to import"
    )]
    private static partial Regex Complaint();

    // Python writes File "x.py", IPython File x.py:12 or, for a folder of the user's, File ~/x.py:12.
    [GeneratedRegex(
        @"File (?:""[^""]*|[^""\s]*)/(?:site|dist)-packages/(?<package>[^/"":]+?)(?:\.py)?[/"":]"
    )]
    private static partial Regex Frame();
}
