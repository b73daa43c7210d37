using System.Security.Cryptography;
using System.Text;

namespace Hubforge.Automation.Binding;

/// <summary>
/// Encrypted values in parameter files: AES-256-GCM under a key from PBKDF2-SHA512 with a random salt. The parameter's name is authenticated
/// too, so that a value cannot be moved to another parameter.
/// </summary>
internal static class SecretText
{
    private const string Prefix = "hubforge:v1:";
    private const int SaltSize = 16;
    private const int NonceSize = 12;
    private const int TagSize = 16;
    private const int KeySize = 32;

    // OWASP's figure for PBKDF2-HMAC-SHA512 is 210,000.
    private const int Iterations = 300_000;

    public static bool IsEncrypted(string text) =>
        text.StartsWith(Prefix, StringComparison.Ordinal);

    public static string Encrypt(string name, string value, string password)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltSize);
        var nonce = RandomNumberGenerator.GetBytes(NonceSize);
        var plain = Encoding.UTF8.GetBytes(value);
        var cipher = new byte[plain.Length];
        var tag = new byte[TagSize];
        using var aes = new AesGcm(Key(password, salt), TagSize);
        aes.Encrypt(nonce, plain, cipher, tag, Name(name));
        return Prefix + Convert.ToBase64String([.. salt, .. nonce, .. tag, .. cipher]);
    }

    /// <exception cref="FormatException">The password is wrong, or the text was changed or belongs to another parameter.</exception>
    public static string Decrypt(string name, string text, string password)
    {
        var bytes = Convert.FromBase64String(text[Prefix.Length..]).AsSpan();
        if (bytes.Length < SaltSize + NonceSize + TagSize)
        {
            throw new FormatException("the encrypted value is cut off");
        }

        var cipher = bytes[(SaltSize + NonceSize + TagSize)..];
        var plain = new byte[cipher.Length];
        using var aes = new AesGcm(Key(password, bytes[..SaltSize]), TagSize);
        try
        {
            aes.Decrypt(
                bytes.Slice(SaltSize, NonceSize),
                cipher,
                bytes.Slice(SaltSize + NonceSize, TagSize),
                plain,
                Name(name)
            );
        }
        catch (AuthenticationTagMismatchException failure)
        {
            throw new FormatException(
                "the password is wrong, or the value was changed or moved from another parameter",
                failure
            );
        }

        return Encoding.UTF8.GetString(plain);
    }

    private static byte[] Name(string name) => Encoding.UTF8.GetBytes(name.ToUpperInvariant());

    private static byte[] Key(string password, ReadOnlySpan<byte> salt) =>
        Rfc2898DeriveBytes.Pbkdf2(
            Encoding.UTF8.GetBytes(password),
            salt,
            Iterations,
            HashAlgorithmName.SHA512,
            KeySize
        );
}
