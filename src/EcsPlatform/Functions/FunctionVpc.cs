using EcsPlatform.Networking;
using Pulumi.Aws.Lambda.Inputs;

namespace EcsPlatform.Functions;

/// <summary>Which of a network's subnets a function is in.</summary>
public enum FunctionSubnets
{
    /// <summary>The private ones, which leave through NAT.</summary>
    Private,

    /// <summary>The isolated ones, which do not leave.</summary>
    Isolated,
}

/// <summary>
/// Where a function is in a VPC: in all zones of a network, with a security group of its own that lets nothing in
/// (https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html).
/// </summary>
/// <param name="Network">The network.</param>
public sealed record FunctionVpc(BaseNetwork Network)
{
    // Lambda takes five, one of which is the function's own: https://docs.aws.amazon.com/lambda/latest/api/API_VpcConfig.html
    private const int MostFurtherGroups = 4;

    /// <summary>Which connections to anywhere leave. Lambda's own calls, such as writing logs, do not go through the VPC.</summary>
    public required InternetEgress Egress { get; init; }

    /// <summary>Which of the network's subnets. Default: the private ones.</summary>
    public FunctionSubnets Subnets { get; init; }

    /// <summary>Who may be connected to besides. Default: nobody.</summary>
    public ImmutableArray<EgressPath> Peers { get; init; } = [];

    /// <summary>Ids of security groups that the function gets besides its own, at most 4, for example the network's for egress. Default: none.</summary>
    public ImmutableArray<Input<string>> FurtherSecurityGroupIds { get; init; } = [];

    /// <summary>Finds what is wrong with this place.</summary>
    /// <param name="where">What it belongs to, for the messages.</param>
    /// <param name="account">Where the function lives.</param>
    /// <returns>The problems, none when it is right.</returns>
    internal IEnumerable<Problem> Problems(string where, AwsAccount account)
    {
        if (Network.Account != account)
        {
            yield return new Problem(
                $"{where}.network", $"one in {Network.Account.Id} {Network.Account.Region}", $"one in {account.Id} {account.Region}", "Give the function's own network");
        }

        if (Subnets == FunctionSubnets.Isolated && Egress != InternetEgress.None)
        {
            yield return new Problem($"{where}.egress", $"{Egress} from isolated subnets", "None", "Use the private subnets, or let nothing out");
        }

        foreach (var path in Peers.Where(path => Subnets == FunctionSubnets.Isolated && path.To is NetworkPeer.Anywhere))
        {
            yield return new Problem(
                $"{where}.peers.{path.To.Name}", "anywhere from isolated subnets", "peers within the VPC", "Use the private subnets, or leave it out");
        }

        foreach (var problem in EgressPath.Problems($"{where}.peers", Peers, Egress))
        {
            yield return problem;
        }

        if (FurtherSecurityGroupIds.Length > MostFurtherGroups)
        {
            yield return new Problem(
                $"{where}.furtherSecurityGroupIds", $"{FurtherSecurityGroupIds.Length} groups", $"up to {MostFurtherGroups}", "Open paths from the function's own group");
        }
    }

    /// <summary>Adds the function's security group.</summary>
    /// <param name="name">The function's name.</param>
    /// <param name="options">The parent.</param>
    /// <returns>The group's id and the rules that let out.</returns>
    internal (Output<string> GroupId, ImmutableArray<Resource> Rules) AddGroup(string name, CustomResourceOptions options)
    {
        var (group, internet) = SecurityGroups.AddWithEgress(name, $"Function {name}", Network, Egress, options);
        return (group.Id, [.. internet, .. EgressPath.Open(name, group.Id, Peers, options)]);
    }

    /// <summary>The place as a function has it.</summary>
    /// <param name="where">The function's name, for the message.</param>
    /// <param name="groupId">The function's own group.</param>
    /// <returns>The arguments.</returns>
    internal FunctionVpcConfigArgs ToConfig(string where, Output<string> groupId)
    {
        var config = new FunctionVpcConfigArgs { SubnetIds = Subnets == FunctionSubnets.Private ? Network.PrivateSubnetIds : Isolated(where) };
        config.SecurityGroupIds.Add(groupId);
        foreach (var further in FurtherSecurityGroupIds)
        {
            config.SecurityGroupIds.Add(further);
        }

        return config;
    }

    /// <summary>What Lambda needs to give a function network interfaces, for Lambda alone: the function's own code may not use it.</summary>
    /// <param name="account">Where the function lives.</param>
    /// <returns>The statements.</returns>
    internal static ImmutableArray<PolicyStatement> Rights(AwsAccount account)
    {
        // What comes from within the function bears its ARN, what Lambda does to attach it does not
        // (https://docs.aws.amazon.com/lambda/latest/dg/permissions-source-function-arn.html).
        ImmutableArray<PolicyCondition> byLambdaItself = [new PolicyCondition("Null", "lambda:SourceFunctionArn", "true")];
        return
        [
            // All of the account's resources is as narrow as Lambda takes it, for it asks for interfaces that are not there yet
            // (https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html#configuration-vpc-permissions).
            new PolicyStatement
            {
                Actions =
                [
                    "ec2:AssignPrivateIpAddresses", "ec2:CreateNetworkInterface", "ec2:DeleteNetworkInterface", "ec2:UnassignPrivateIpAddresses",
                ],
                Resources = [new Arn("aws", "ec2", account.Region, account.Id, "*/*").ToString()],
                Conditions = byLambdaItself,
            },

            // These know no resources: https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonec2.html
            new PolicyStatement
            {
                Actions = ["ec2:DescribeNetworkInterfaces", "ec2:DescribeSubnets"],
                Resources = ["*"],
                Conditions = byLambdaItself,
            },
        ];
    }

    // A function without subnets would be outside the VPC.
    private Output<ImmutableArray<string>> Isolated(string where) => Network.IsolatedSubnetIds.Apply(ids => ids.IsEmpty
        ? throw new InvalidArgsException($"LambdaFunction '{where}'", [
            new Problem($"{where}.vpc.subnets", "isolated ones of a network that has none", "a tier of the network", "Give the network an isolated tier"),
        ])
        : ids);
}
