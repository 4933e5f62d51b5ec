using EcsPlatform.Networking;

namespace EcsPlatform.Functions;

/// <summary>
/// A function on AWS Lambda: its code, pinned, a role of its own, a log group, and if asked for a place in a VPC, a file system and an
/// alias that others invoke.
/// </summary>
public sealed class LambdaFunction : ComponentResource
{
    private const string S3 = "s3.amazonaws.com";

    private readonly Iam.Role role;
    private readonly Lambda.Alias? alias;

    /// <summary>Creates the function.</summary>
    /// <param name="name">The name, which its resources' names begin with; AWS's own names are shortened when they are too long.</param>
    /// <param name="args">What it is made of.</param>
    /// <param name="options">The parent, the providers and so on.</param>
    /// <exception cref="InvalidArgsException">The arguments are wrong; the message names every problem.</exception>
    public LambdaFunction(string name, LambdaFunctionArgs args, ComponentResourceOptions? options = null)
        : base("ecs-platform:functions:LambdaFunction", name, options)
    {
        InvalidArgsException.ThrowIfAny($"LambdaFunction '{name}'", args.Problems(name));
        Account = args.Account;
        TimeoutSeconds = args.TimeoutSeconds;
        var children = new CustomResourceOptions { Parent = this };

        var environment = FunctionEnvironment.Merge(args.EnvironmentSets, args.Environment);
        var logs = LogGroups.Add(name, args.Logs, args.Account, children);
        var network = args.Vpc?.AddGroup(name, children);
        var mounted = network is { } inVpc && args.FileSystem is { } mount ? mount.Open(name, inVpc.GroupId, children) : [];
        (role, var policy) = FunctionRoles.Add(name, args, environment, logs, children);
        var function = FunctionResources.Add(name, args, environment, role, logs, network?.GroupId, new CustomResourceOptions
        {
            Parent = this,
            DependsOn = [policy, .. network?.Rules ?? [], .. mounted],
        });
        alias = args.Alias is { } live
            ? new Lambda.Alias(name, new Lambda.AliasArgs { Name = live, FunctionName = function.Name, FunctionVersion = function.Version }, children)
            : null;
        args.Asynchronous.Configure(name, function, alias, children);

        FunctionName = function.Name;
        Arn = function.Arn;
        InvocationArn = alias?.Arn ?? function.Arn;
        RoleArn = role.Arn;
        LogGroupName = logs.Name;
        SecurityGroupId = network?.GroupId;
        EnvironmentSources = Output.Create(environment.Sources);
        RegisterOutputs();
    }

    /// <summary>Where it lives.</summary>
    public AwsAccount Account { get; }

    /// <summary>For how long one invocation may run, in seconds: a queue that invokes it hides messages for six times as long.</summary>
    public int TimeoutSeconds { get; }

    /// <summary>The function's name.</summary>
    [Output("functionName")]
    public Output<string> FunctionName { get; private set; }

    /// <summary>The function's own ARN, for metrics and rights; others invoke <see cref="InvocationArn"/>.</summary>
    [Output("arn")]
    public Output<string> Arn { get; private set; }

    /// <summary>The ARN to invoke: the alias's, or the function's own when it has none.</summary>
    [Output("invocationArn")]
    public Output<string> InvocationArn { get; private set; }

    /// <summary>Its role's ARN, for policies of others.</summary>
    [Output("roleArn")]
    public Output<string> RoleArn { get; private set; }

    /// <summary>The log group that it writes to.</summary>
    [Output("logGroupName")]
    public Output<string> LogGroupName { get; private set; }

    /// <summary>Its security group; null outside a VPC.</summary>
    [Output("securityGroupId")]
    public Output<string>? SecurityGroupId { get; private set; }

    /// <summary>
    /// Where each of its environment variables comes from: the name of a set or <c>function</c>, and the sets that it takes the place of.
    /// </summary>
    [Output("environmentSources")]
    public Output<ImmutableDictionary<string, string>> EnvironmentSources { get; private set; }

    /// <summary>The right to invoke it, for other roles.</summary>
    /// <returns>The grant.</returns>
    public Grant Invoke() => new() { Statements = [new PolicyStatement { Actions = ["lambda:InvokeFunction"], Resources = [InvocationArn] }] };

    /// <summary>Gives its role one more right, for what is declared after it, such as a queue that Lambda reads for it.</summary>
    /// <param name="what">What the right is for, a short name with which the policy's own name ends.</param>
    /// <param name="grant">The right.</param>
    /// <returns>The policy: what needs the right must come after it.</returns>
    public Resource Allow(string what, Grant grant) =>
        FunctionRoles.AddPolicy($"{GetResourceName()}-{what}", role, grant.Statements, new CustomResourceOptions { Parent = this });

    /// <summary>Lets an AWS service invoke it on behalf of one resource. Queues and streams need no such leave: Lambda reads them itself.</summary>
    /// <param name="caller">The resource's name, which the permission's own name ends with.</param>
    /// <param name="service">The service, for example <c>sns.amazonaws.com</c>.</param>
    /// <param name="sourceArn">The resource's ARN.</param>
    /// <returns>The permission: what makes the service invoke the function must come after it.</returns>
    public Resource AllowInvocation(string caller, string service, Input<string> sourceArn)
    {
        var logical = $"{GetResourceName()}-{caller}";
        return new Lambda.Permission(
            logical,
            new Lambda.PermissionArgs
            {
                Action = "lambda:InvokeFunction",
                Function = FunctionName,
                Qualifier = alias is null ? (Input<string>?)null : alias.Name,
                Principal = service,
                SourceArn = sourceArn,

                // A bucket's ARN names no account, and somebody else may take the name of a bucket that was deleted
                // (https://docs.aws.amazon.com/lambda/latest/dg/permissions-function-services.html).
                SourceAccount = service == S3 ? Account.Id : (Input<string>?)null,
            },
            new CustomResourceOptions { Parent = this });
    }
}
