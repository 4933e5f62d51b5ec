using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace EcsPlatform.Preview.Awsx;

/// <summary>A range of IPv4 addresses, as <c>10.0.64.0/18</c>.</summary>
internal readonly record struct Cidr
{
    public Cidr(uint address, int mask)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(mask);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(mask, 32);
        Address = address;
        Mask = mask;
    }

    public uint Address { get; }

    public int Mask { get; }

    /// <summary>How many addresses the range holds.</summary>
    public long Size => 1L << (32 - Mask);

    /// <summary>The first address behind the range; a long, since the last range of all ends at 2^32.</summary>
    public long End => Address + Size;

    /// <summary>Reads a range; false for text that is none and for one whose address has bits behind the mask.</summary>
    public static bool TryParse(string text, out Cidr range)
    {
        range = default;
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0
            || text.AsSpan(0, slash).Count('.') != 3
            || !IPAddress.TryParse(text.AsSpan(0, slash), out var parsed)
            || parsed.AddressFamily != AddressFamily.InterNetwork
            || parsed.ToString() != text[..slash]
            || !int.TryParse(text.AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var mask)
            || mask > 32)
        {
            return false;
        }

        var address = parsed.GetAddressBytes().Aggregate(0u, (sum, part) => (sum << 8) | part);
        range = new Cidr(address, mask);
        return address % range.Size == 0;
    }

    /// <summary>The mask of a range that holds so many addresses; null when the number is no power of two.</summary>
    public static int? MaskOf(double size) =>
        size is >= 1 and <= uint.MaxValue && size == Math.Floor(size) && long.IsPow2((long)size) ? 32 - (int)long.Log2((long)size) : null;

    public bool Contains(Cidr other) => Address <= other.Address && other.End <= End;

    public bool Overlaps(Cidr other) => Address < other.End && other.Address < End;

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Address >> 24}.{(Address >> 16) & 255}.{(Address >> 8) & 255}.{Address & 255}/{Mask}");
}
