using System.Text.RegularExpressions;

namespace EcsPlatform.Functions;

/// <summary>What a function runs, pinned: the same declaration always means the same code.</summary>
public abstract partial record FunctionCode
{
    // https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html
    private const int MostLayers = 5;

    private FunctionCode()
    {
    }

    /// <summary>
    /// A container image in a private ECR repository of the function's region. Lambda pulls it by itself: the function's role needs no
    /// right to, but the repository's policy must name Lambda, see <see cref="Images.RepositoryReaders.LambdaAccountIds"/>
    /// (https://docs.aws.amazon.com/lambda/latest/dg/images-create.html#gettingstarted-images-permissions).
    /// </summary>
    /// <param name="Reference">The image; the account's own registry when it names none.</param>
    public sealed record Image(ImageReference Reference) : FunctionCode
    {
        /// <summary>Arguments that replace the image's CMD. Default: none, the image's own.</summary>
        public ImmutableArray<string> Command { get; init; } = [];

        /// <summary>What replaces the image's ENTRYPOINT. Default: none, the image's own.</summary>
        public ImmutableArray<string> EntryPoint { get; init; } = [];

        /// <summary>An absolute path that replaces the image's WORKDIR. Default: null, the image's own.</summary>
        public string? WorkingDirectory { get; init; }
    }

    /// <summary>Code for one of Lambda's runtimes.</summary>
    public abstract record Package : FunctionCode
    {
        private protected Package()
        {
        }

        /// <summary>What the runtime calls, for example <c>org.example.Handler::handleRequest</c>; 1 to 128 characters without spaces.</summary>
        public required string Handler { get; init; }

        /// <summary>The runtime, one of <see cref="FunctionRuntimes.Supported"/>.</summary>
        public required string Runtime { get; init; }

        /// <summary>ARNs of layer versions, at most 5, in the order in which they are unpacked. Default: none.</summary>
        public ImmutableArray<Input<string>> Layers { get; init; } = [];
    }

    /// <summary>
    /// A JAR, or any archive that was built elsewhere, in a bucket with versions. The version and the hash pin it: one that is built anew
    /// under the same key has others, and so is deployed.
    /// </summary>
    /// <param name="Bucket">The bucket's name, in the function's region.</param>
    /// <param name="Key">The object's key.</param>
    /// <param name="Version">The object's version.</param>
    /// <param name="Sha256">The SHA-256 of its content, 64 lower-case hexadecimal digits.</param>
    public sealed record Jar(Input<string> Bucket, string Key, string Version, string Sha256) : Package;

    /// <summary>Small code that lies in the repository, zipped and uploaded with the deployment.</summary>
    /// <param name="Files">The files' texts by their paths in the archive, for example <c>index.mjs</c>; see <see cref="FunctionFiles"/> for a folder's.</param>
    public sealed record Zip(ImmutableSortedDictionary<string, string> Files) : Package;

    /// <summary>Finds what is wrong with this code.</summary>
    /// <param name="where">What it belongs to, for the messages.</param>
    /// <param name="account">Where the function lives.</param>
    /// <returns>The problems, none when it is right.</returns>
    internal IEnumerable<Problem> Problems(string where, AwsAccount account) => this switch
    {
        Image image => ImageProblems(where, image, account),
        Jar jar => [.. new JarPin(jar.Key, jar.Version, jar.Sha256).Problems(where), .. PackageProblems(where, jar)],
        Zip zip => [.. FunctionFiles.Problems($"{where}.files", zip.Files), .. PackageProblems(where, zip)],
        _ => throw new InvalidOperationException($"No code in {GetType().Name}."),
    };

    private static IEnumerable<Problem> ImageProblems(string where, Image image, AwsAccount account)
    {
        if (Images.ImagePin.FromImageReference(image.Reference) is Images.ImagePin.Unpinned unpinned)
        {
            yield return new Problem($"{where}.image", $"'{unpinned.Name}' without a pin", "an image that was pushed", "Pin the image, or leave the function out until then");
        }
        else if (image.Reference.In(account.Registry).EcrRegistry()?.Region != account.Region)
        {
            yield return new Problem(
                $"{where}.image", $"'{image.Reference}'", $"an image in ECR in {account.Region}", "Replicate it to a private repository of the function's region");
        }

        if (image.WorkingDirectory is { } directory && !directory.StartsWith('/'))
        {
            yield return new Problem($"{where}.workingDirectory", $"'{directory}'", "an absolute path", "Begin the path with /");
        }
    }

    private static IEnumerable<Problem> PackageProblems(string where, Package package)
    {
        // https://docs.aws.amazon.com/lambda/latest/api/API_CreateFunction.html
        if (!HandlerPattern().IsMatch(package.Handler))
        {
            yield return new Problem($"{where}.handler", $"'{package.Handler}'", "1 to 128 characters without spaces", "Name what the runtime calls");
        }

        foreach (var problem in FunctionRuntimes.Problems(where, package.Runtime))
        {
            yield return problem;
        }

        if (package.Layers.Length > MostLayers)
        {
            yield return new Problem($"{where}.layers", $"{package.Layers.Length} layers", $"up to {MostLayers}", "Join some of them");
        }
    }

    [GeneratedRegex(@"\A\S{1,128}\z")]
    private static partial Regex HandlerPattern();
}
