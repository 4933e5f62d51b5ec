using EcsPlatform.Networking;
using Pulumi.Aws.Lambda.Inputs;

namespace EcsPlatform.Functions;

/// <summary>Makes functions.</summary>
internal static class FunctionResources
{
    /// <summary>Adds a function.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="args">What it is made of.</param>
    /// <param name="environment">Its environment.</param>
    /// <param name="role">Its role.</param>
    /// <param name="logs">The log group that it writes to.</param>
    /// <param name="securityGroupId">Its security group; null outside a VPC.</param>
    /// <param name="options">The parent and what it must come after.</param>
    /// <returns>The function.</returns>
    public static Lambda.Function Add(
        string name,
        LambdaFunctionArgs args,
        FunctionEnvironment environment,
        Iam.Role role,
        LogGroupOutputs logs,
        Output<string>? securityGroupId,
        CustomResourceOptions options)
    {
        var function = new Lambda.FunctionArgs
        {
            Role = role.Arn,
            Description = args.Description is { } description ? description : (Input<string>?)null,
            Architectures = { args.Architecture == FunctionArchitecture.Arm64 ? "arm64" : "x86_64" },
            MemorySize = args.MemoryMiB,
            Timeout = args.TimeoutSeconds,
            EphemeralStorage = new FunctionEphemeralStorageArgs { Size = args.EphemeralStorageMiB },
            TracingConfig = new FunctionTracingConfigArgs { Mode = args.Tracing ? "Active" : "PassThrough" },
            LoggingConfig = args.LogFormat.ToConfig(logs.Name),
            Publish = args.Alias is not null,
            DeadLetterConfig = args.Asynchronous.ToDeadLetterConfig(),
        };
        SetCode(function, args.Code, args.Account);
        if (!environment.Variables.IsEmpty)
        {
            function.Environment = new FunctionEnvironmentArgs { Variables = environment.ToVariables() };
        }

        if (args.ReservedConcurrency is { } concurrency)
        {
            function.ReservedConcurrentExecutions = concurrency;
        }

        if (args.Vpc is { } vpc)
        {
            function.VpcConfig = vpc.ToConfig(name, securityGroupId!);

            // Lambda keeps its network interfaces for a while after a function is deleted, and with them the function's group.
            function.ReplaceSecurityGroupsOnDestroy = true;
        }

        if (args.FileSystem is { } mount)
        {
            function.FileSystemConfig = mount.ToConfig();
        }

        return new Lambda.Function(ResourceName.AutoNamed(name, ResourceNameKind.Function), function, options);
    }

    private static void SetCode(Lambda.FunctionArgs function, FunctionCode code, AwsAccount account)
    {
        switch (code)
        {
            case FunctionCode.Image image:
                function.PackageType = "Image";
                function.ImageUri = image.Reference.In(account.Registry).ToString();
                SetImageConfig(function, image);
                break;
            case FunctionCode.Jar jar:
                SetPackage(function, jar);
                function.S3Bucket = jar.Bucket;
                function.S3Key = jar.Key;
                function.S3ObjectVersion = jar.Version;
                function.SourceCodeHash = FunctionFiles.InBase64(jar.Sha256);
                break;
            case FunctionCode.Zip zip:
                SetPackage(function, zip);
                function.Code = new AssetArchive(zip.Files.ToDictionary(file => file.Key, file => (AssetOrArchive)new StringAsset(file.Value)));
                function.SourceCodeHash = FunctionFiles.HashOf(zip.Files);
                break;
            default:
                throw new InvalidOperationException($"No code in {code.GetType().Name}.");
        }
    }

    private static void SetImageConfig(Lambda.FunctionArgs function, FunctionCode.Image image)
    {
        if (image.Command.IsEmpty && image.EntryPoint.IsEmpty && image.WorkingDirectory is null)
        {
            return;
        }

        var config = new FunctionImageConfigArgs { WorkingDirectory = image.WorkingDirectory is { } directory ? directory : (Input<string>?)null };
        if (!image.Command.IsEmpty)
        {
            config.Commands = [.. image.Command];
        }

        if (!image.EntryPoint.IsEmpty)
        {
            config.EntryPoints = [.. image.EntryPoint];
        }

        function.ImageConfig = config;
    }

    private static void SetPackage(Lambda.FunctionArgs function, FunctionCode.Package package)
    {
        function.PackageType = "Zip";
        function.Handler = package.Handler;
        function.Runtime = package.Runtime;
        if (!package.Layers.IsEmpty)
        {
            function.Layers = [.. package.Layers];
        }
    }
}
