using System.Security.Cryptography;
using System.Text;

namespace EcsPlatform.Delivery;

/// <summary>Where a distribution finds who may enter.</summary>
public abstract record CredentialStore
{
    private CredentialStore()
    {
    }

    /// <summary>A new key value store, which belongs to the distribution: all its behaviours share it.</summary>
    public sealed record Create : CredentialStore
    {
        /// <summary>Who is in it from the beginning. Default: nobody, operators fill it.</summary>
        public ImmutableArray<StoredUser> Users { get; init; } = [];
    }

    /// <summary>A key value store that somebody else manages.</summary>
    /// <param name="Arn">The store's ARN.</param>
    public sealed record Existing(Input<string> Arn) : CredentialStore;
}

/// <summary>
/// Somebody who may enter. Name and password are secrets wherever they come from: neither the plan nor the outputs have them, and the state
/// has their SHA-256 only, as the entry's id. Choose a long password: that is no protection for a short one.
/// </summary>
/// <param name="Label">What tells this user from the others, and operators whose entry it is; it is no secret.</param>
/// <param name="UserName">The name that browsers send; it has no colon (https://www.rfc-editor.org/rfc/rfc7617#section-2).</param>
/// <param name="Password">The password.</param>
public sealed record StoredUser(string Label, Input<string> UserName, Input<string> Password)
{
    /// <summary>The entry's key, secret.</summary>
    internal Output<string> Key => Output.CreateSecret(Output.Tuple(UserName, Password).Apply(both => KeyOf(both.Item1, both.Item2)));

    /// <summary>The key of a user's entry.</summary>
    /// <param name="userName">The user's name.</param>
    /// <param name="password">The password.</param>
    /// <returns>64 hexadecimal digits.</returns>
    internal static string KeyOf(string userName, string password) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(Convert.ToBase64String(Encoding.UTF8.GetBytes($"{userName}:{password}")))));
}
