using System.Text;

namespace EcsPlatform.Storage;

/// <summary>The content of a configuration object in S3. No secrets: the content is shown in previews and kept in the stack's state.</summary>
public abstract record ConfigFile
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private ConfigFile()
    {
    }

    /// <summary>The content's media type, for example <c>application/json</c>. Default: null, S3 calls it binary.</summary>
    public string? ContentType { get; init; }

    /// <summary>A file of the repository. It is read once, when it is first asked for.</summary>
    public sealed record FromDisk : ConfigFile
    {
        private readonly Lazy<byte[]?> content;

        /// <summary>Names a file.</summary>
        /// <param name="path">The path, absolute or from the folder that the program runs in: for Pulumi that of <c>Pulumi.yaml</c>.</param>
        public FromDisk(string path)
        {
            Path = path;
            content = new Lazy<byte[]?>(() => File.Exists(path) ? File.ReadAllBytes(path) : null);
        }

        /// <summary>The path.</summary>
        public string Path { get; }

        /// <summary>The bytes; null when there is no such file.</summary>
        internal byte[]? Content => content.Value;
    }

    /// <summary>A text that the program makes.</summary>
    /// <param name="Content">The text.</param>
    public sealed record Text(string Content) : ConfigFile;

    /// <summary>A text with values in it that only a deployment knows, for example a queue's URL.</summary>
    /// <param name="Content">The text.</param>
    public sealed record Computed(Input<string> Content) : ConfigFile;

    /// <summary>The content as it is now.</summary>
    /// <returns>The bytes; null when only a deployment knows it, or when there is no such file.</returns>
    internal byte[]? Bytes() => this switch
    {
        FromDisk file => file.Content,
        Text text => Encoding.UTF8.GetBytes(text.Content),
        _ => null,
    };

    /// <summary>Reads bytes as text.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <returns>The text; null when they are no UTF-8, or hold a zero, which no text does.</returns>
    internal static string? AsText(byte[] bytes)
    {
        try
        {
            return bytes.Contains((byte)0) ? null : Utf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
