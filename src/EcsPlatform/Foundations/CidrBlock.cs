using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace EcsPlatform.Foundations;

/// <summary>An IPv4 range such as <c>10.88.0.0/22</c>: the address is the first of the range, the prefix has 0 to 32 bits.</summary>
public readonly record struct CidrBlock
{
    private CidrBlock(uint first, int prefixLength)
    {
        First = first;
        PrefixLength = prefixLength;
    }

    /// <summary>What <see cref="TryParse"/> accepts, for messages.</summary>
    public const string ValidValues = "an IPv4 range whose address is its first one, such as 10.88.0.0/22";

    /// <summary>All addresses: <c>0.0.0.0/0</c>.</summary>
    public static CidrBlock All => default;

    /// <summary>The number of leading bits that all addresses of the range share, 0 to 32.</summary>
    public int PrefixLength { get; }

    /// <summary>The number of addresses.</summary>
    public long Size => 1L << (32 - PrefixLength);

    private uint First { get; }

    private long End => First + Size;

    /// <summary>Reads a range.</summary>
    /// <param name="text">The text, see <see cref="ValidValues"/>.</param>
    /// <returns>The range.</returns>
    /// <exception cref="FormatException">The text is not such a range.</exception>
    public static CidrBlock Parse(string text) =>
        TryParse(text, out var block) ? block : throw new FormatException($"'{text}' is not {ValidValues}.");

    /// <summary>Reads a range.</summary>
    /// <param name="text">The text, see <see cref="ValidValues"/>.</param>
    /// <param name="block">The range.</param>
    /// <returns>False when the text is not such a range.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out CidrBlock block)
    {
        block = default;
        if (text?.Split('/') is not [var address, var prefix]
            || address.Split('.').Length != 4
            || !IPAddress.TryParse(address, out var ip)
            || ip.AddressFamily != AddressFamily.InterNetwork
            || !int.TryParse(prefix, NumberStyles.None, CultureInfo.InvariantCulture, out var length)
            || length > 32)
        {
            return false;
        }

        var first = BinaryPrimitives.ReadUInt32BigEndian(ip.GetAddressBytes());
        var candidate = new CidrBlock(first, length);
        if (candidate.ToString() != text || first % candidate.Size != 0)
        {
            return false;
        }

        block = candidate;
        return true;
    }

    /// <summary>Tells whether another range lies wholly in this one.</summary>
    /// <param name="other">The other range.</param>
    /// <returns>True when every address of the other is in this range.</returns>
    public bool Contains(CidrBlock other) => First <= other.First && other.End <= End;

    /// <summary>Tells whether the two ranges share an address.</summary>
    /// <param name="other">The other range.</param>
    /// <returns>True when they do.</returns>
    public bool Overlaps(CidrBlock other) => First < other.End && other.First < End;

    /// <summary>The n-th of the equal parts that more prefix bits cut this range into.</summary>
    /// <param name="bits">How many bits longer the parts' prefix is.</param>
    /// <param name="index">Which part, from 0.</param>
    /// <returns>The part.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The prefix would have more than 32 bits, or there is no such part.</exception>
    public CidrBlock Part(int bits, int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(bits);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(PrefixLength + bits, 32, nameof(bits));
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, 1L << bits);
        var part = new CidrBlock(First, PrefixLength + bits);
        return new CidrBlock((uint)(First + (index * part.Size)), part.PrefixLength);
    }

    /// <summary>The range in its usual notation.</summary>
    /// <returns>For example <c>10.88.0.0/22</c>.</returns>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{First >> 24}.{First >> 16 & 255}.{First >> 8 & 255}.{First & 255}/{PrefixLength}");
}
