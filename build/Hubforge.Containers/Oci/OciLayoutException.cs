using Hubforge.Primitives;

namespace Hubforge.Containers.Oci;

/// <summary>An image layout cannot be read or written, or an archive is not what it claims to be.</summary>
public sealed class OciLayoutException : HubforgeException
{
    private const int NoSpaceUnix = 28;
    private const int NoSpaceWindows = unchecked((int)0x80070070);
    private const int QuotaUnix = 122;

    internal OciLayoutException(AbsolutePath layout, string what, string reason, string advice)
        : base(
            new FailureText($"{what}.").With("layout", layout).With("reason", reason).Try(advice)
        ) { }

    private OciLayoutException(AbsolutePath layout, Exception cause, string advice)
        : base(
            new FailureText("The image layout cannot be written.")
                .With("layout", layout)
                .With("reason", cause.Message)
                .With("state", "as it was before; nothing half-written was left")
                .Try(advice),
            cause
        ) { }

    internal static OciLayoutException Of(AbsolutePath layout, Exception cause) =>
        new(
            layout,
            cause,
            cause.HResult is NoSpaceUnix or NoSpaceWindows or QuotaUnix
                ? "make room on that disk, or push to another folder with --repository"
                : "check that the folder may be written, or push to another one with --repository"
        );
}
