--
-- PostgreSQL database dump
--


-- Dumped from database version 15.20 (Debian 15.20-0+deb12u1)
-- Dumped by pg_dump version 15.20 (Debian 15.20-0+deb12u1)

SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: client; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.client (
    id bigint NOT NULL,
    workspace_id bigint NOT NULL,
    name text NOT NULL,
    name_key text NOT NULL,
    notes text,
    contact_person text,
    email text,
    phone text,
    address text,
    type text DEFAULT 'company'::text NOT NULL,
    is_active bigint DEFAULT 1 NOT NULL,
    custom_fields text DEFAULT '{}'::text NOT NULL,
    version bigint DEFAULT 1 NOT NULL,
    created_at bigint NOT NULL,
    updated_at bigint NOT NULL,
    deleted_at bigint,
    CONSTRAINT client_is_active_check CHECK ((is_active = ANY (ARRAY[(0)::bigint, (1)::bigint]))),
    CONSTRAINT client_type_check CHECK ((type = ANY (ARRAY['individual'::text, 'company'::text])))
);


--
-- Name: client_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.client_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: client_id_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: -
--

ALTER SEQUENCE public.client_id_seq OWNED BY public.client.id;


--
-- Name: entry; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.entry (
    id bigint NOT NULL,
    workspace_id bigint NOT NULL,
    user_id bigint NOT NULL,
    project_id bigint,
    task_id bigint,
    client_id bigint,
    title text,
    notes text,
    search_text text DEFAULT ''::text NOT NULL,
    started_at bigint NOT NULL,
    ended_at bigint,
    paused_at bigint,
    break_seconds bigint DEFAULT 0 NOT NULL,
    time_zone text NOT NULL,
    started_on text NOT NULL,
    billing_status text,
    custom_fields text DEFAULT '{}'::text NOT NULL,
    source text NOT NULL,
    via_wire text NOT NULL,
    via_client text,
    version bigint DEFAULT 1 NOT NULL,
    created_at bigint NOT NULL,
    updated_at bigint NOT NULL,
    deleted_at bigint,
    CONSTRAINT entry_billing_status_check CHECK ((billing_status = ANY (ARRAY['not_billable'::text, 'billable'::text, 'billed'::text, 'paid'::text]))),
    CONSTRAINT entry_break_seconds_check CHECK ((break_seconds >= 0)),
    CONSTRAINT entry_check CHECK ((ended_at >= started_at)),
    CONSTRAINT entry_check1 CHECK ((paused_at >= started_at)),
    CONSTRAINT entry_check2 CHECK (((ended_at IS NULL) OR (paused_at IS NULL))),
    CONSTRAINT entry_check3 CHECK (((project_id IS NULL) OR (client_id IS NULL))),
    CONSTRAINT entry_source_check CHECK ((source = ANY (ARRAY['timer'::text, 'manual'::text, 'import'::text])))
);


--
-- Name: entry_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.entry_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: entry_id_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: -
--

ALTER SEQUENCE public.entry_id_seq OWNED BY public.entry.id;


--
-- Name: entry_tag; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.entry_tag (
    workspace_id bigint NOT NULL,
    entry_id bigint NOT NULL,
    tag_id bigint NOT NULL
);


--
-- Name: event; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.event (
    id bigint NOT NULL,
    workspace_id bigint NOT NULL,
    at bigint NOT NULL,
    operation_id text NOT NULL,
    user_id bigint,
    token_id bigint,
    wire text NOT NULL,
    client text,
    kind text NOT NULL,
    subject_kind text NOT NULL,
    subject_id bigint NOT NULL,
    subject_user_id bigint,
    before text,
    after text
);


--
-- Name: event_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.event_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: event_id_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: -
--

ALTER SEQUENCE public.event_id_seq OWNED BY public.event.id;


--
-- Name: idempotency_key; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.idempotency_key (
    actor text NOT NULL,
    key text NOT NULL,
    request_hash text NOT NULL,
    status bigint,
    answer text,
    created_at bigint NOT NULL
);


--
-- Name: invitation; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.invitation (
    id bigint NOT NULL,
    workspace_id bigint NOT NULL,
    email text NOT NULL,
    email_key text NOT NULL,
    role text NOT NULL,
    secret_hash text NOT NULL,
    invited_by bigint NOT NULL,
    created_at bigint NOT NULL,
    expires_at bigint NOT NULL,
    accepted_at bigint,
    accepted_by bigint,
    revoked_at bigint,
    CONSTRAINT invitation_role_check CHECK ((role = ANY (ARRAY['owner'::text, 'admin'::text, 'manager'::text, 'member'::text, 'viewer'::text])))
);


--
-- Name: invitation_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.invitation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: invitation_id_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: -
--

ALTER SEQUENCE public.invitation_id_seq OWNED BY public.invitation.id;


--
-- Name: job; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.job (
    id bigint NOT NULL,
    kind text NOT NULL,
    payload text NOT NULL,
    run_at bigint NOT NULL,
    attempts bigint DEFAULT 0 NOT NULL,
    locked_until bigint,
    last_error text,
    failed_at bigint,
    created_at bigint NOT NULL
);


--
-- Name: job_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.job_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: job_id_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: -
--

ALTER SEQUENCE public.job_id_seq OWNED BY public.job.id;


--
-- Name: member; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.member (
    id bigint NOT NULL,
    workspace_id bigint NOT NULL,
    user_id bigint NOT NULL,
    role text NOT NULL,
    designation text,
    department text,
    is_active bigint DEFAULT 1 NOT NULL,
    version bigint DEFAULT 1 NOT NULL,
    created_at bigint NOT NULL,
    updated_at bigint NOT NULL,
    CONSTRAINT member_is_active_check CHECK ((is_active = ANY (ARRAY[(0)::bigint, (1)::bigint]))),
    CONSTRAINT member_role_check CHECK ((role = ANY (ARRAY['owner'::text, 'admin'::text, 'manager'::text, 'member'::text, 'viewer'::text])))
);


--
-- Name: member_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.member_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: member_id_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: -
--

ALTER SEQUENCE public.member_id_seq OWNED BY public.member.id;


--
-- Name: migration; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.migration (
    id bigint NOT NULL,
    name text NOT NULL,
    ran_at bigint NOT NULL
);


--
-- Name: password_reset; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.password_reset (
    id bigint NOT NULL,
    user_id bigint NOT NULL,
    secret_hash text NOT NULL,
    created_at bigint NOT NULL,
    expires_at bigint NOT NULL,
    used_at bigint
);


--
-- Name: password_reset_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.password_reset_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: password_reset_id_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: -
--

ALTER SEQUENCE public.password_reset_id_seq OWNED BY public.password_reset.id;


--
-- Name: project; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.project (
    id bigint NOT NULL,
    workspace_id bigint NOT NULL,
    parent_id bigint,
    path text NOT NULL,
    "position" bigint NOT NULL,
    client_id bigint,
    title text NOT NULL,
    title_key text NOT NULL,
    code text,
    notes text,
    color text NOT NULL,
    productivity_score double precision DEFAULT 1 NOT NULL,
    status text DEFAULT 'active'::text NOT NULL,
    is_archived bigint DEFAULT 0 NOT NULL,
    archived_at bigint,
    archived_by bigint,
    archive_reason text,
    is_private bigint DEFAULT 0 NOT NULL,
    default_billing_status text,
    estimate_seconds bigint,
    starts_on text,
    ends_on text,
    custom_fields text DEFAULT '{}'::text NOT NULL,
    version bigint DEFAULT 1 NOT NULL,
    created_at bigint NOT NULL,
    updated_at bigint NOT NULL,
    deleted_at bigint,
    CONSTRAINT project_default_billing_status_check CHECK ((default_billing_status = ANY (ARRAY['not_billable'::text, 'billable'::text]))),
    CONSTRAINT project_is_archived_check CHECK ((is_archived = ANY (ARRAY[(0)::bigint, (1)::bigint]))),
    CONSTRAINT project_is_private_check CHECK ((is_private = ANY (ARRAY[(0)::bigint, (1)::bigint]))),
    CONSTRAINT project_productivity_score_check CHECK (((productivity_score >= ('-1'::integer)::double precision) AND (productivity_score <= (1)::double precision))),
    CONSTRAINT project_status_check CHECK ((status = ANY (ARRAY['active'::text, 'on_hold'::text, 'completed'::text, 'cancelled'::text, 'inactive'::text])))
);


--
-- Name: project_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.project_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: project_id_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: -
--

ALTER SEQUENCE public.project_id_seq OWNED BY public.project.id;


--
-- Name: project_member; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.project_member (
    workspace_id bigint NOT NULL,
    project_id bigint NOT NULL,
    user_id bigint NOT NULL,
    is_manager bigint DEFAULT 0 NOT NULL,
    CONSTRAINT project_member_is_manager_check CHECK ((is_manager = ANY (ARRAY[(0)::bigint, (1)::bigint])))
);


--
-- Name: session; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.session (
    id bigint NOT NULL,
    user_id bigint NOT NULL,
    secret_hash text NOT NULL,
    user_agent text,
    ip text,
    created_at bigint NOT NULL,
    last_seen_at bigint NOT NULL,
    expires_at bigint NOT NULL
);


--
-- Name: session_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.session_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: session_id_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: -
--

ALTER SEQUENCE public.session_id_seq OWNED BY public.session.id;


--
-- Name: tag; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.tag (
    id bigint NOT NULL,
    workspace_id bigint NOT NULL,
    name text NOT NULL,
    name_key text NOT NULL,
    color text,
    description text,
    version bigint DEFAULT 1 NOT NULL,
    created_at bigint NOT NULL,
    updated_at bigint NOT NULL,
    deleted_at bigint
);


--
-- Name: tag_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.tag_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: tag_id_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: -
--

ALTER SEQUENCE public.tag_id_seq OWNED BY public.tag.id;


--
-- Name: task; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.task (
    id bigint NOT NULL,
    workspace_id bigint NOT NULL,
    project_id bigint NOT NULL,
    name text NOT NULL,
    name_key text NOT NULL,
    description text,
    status text DEFAULT 'todo'::text NOT NULL,
    priority text DEFAULT 'medium'::text NOT NULL,
    estimate_seconds bigint,
    due_on text,
    created_by bigint,
    started_at bigint,
    completed_at bigint,
    version bigint DEFAULT 1 NOT NULL,
    created_at bigint NOT NULL,
    updated_at bigint NOT NULL,
    deleted_at bigint,
    CONSTRAINT task_priority_check CHECK ((priority = ANY (ARRAY['low'::text, 'medium'::text, 'high'::text, 'urgent'::text]))),
    CONSTRAINT task_status_check CHECK ((status = ANY (ARRAY['todo'::text, 'in_progress'::text, 'review'::text, 'done'::text, 'cancelled'::text])))
);


--
-- Name: task_assignee; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.task_assignee (
    workspace_id bigint NOT NULL,
    task_id bigint NOT NULL,
    user_id bigint NOT NULL
);


--
-- Name: task_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.task_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: task_id_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: -
--

ALTER SEQUENCE public.task_id_seq OWNED BY public.task.id;


--
-- Name: token; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.token (
    id bigint NOT NULL,
    user_id bigint NOT NULL,
    workspace_id bigint,
    name text NOT NULL,
    prefix text NOT NULL,
    secret_hash text NOT NULL,
    scopes text NOT NULL,
    allowed_ips text DEFAULT '[]'::text NOT NULL,
    expires_at bigint,
    last_used_at bigint,
    usage_count bigint DEFAULT 0 NOT NULL,
    created_at bigint NOT NULL,
    revoked_at bigint
);


--
-- Name: token_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.token_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: token_id_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: -
--

ALTER SEQUENCE public.token_id_seq OWNED BY public.token.id;


--
-- Name: user; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public."user" (
    id bigint NOT NULL,
    email text NOT NULL,
    email_key text NOT NULL,
    name text,
    password_hash text,
    time_zone text NOT NULL,
    locale text,
    time_format text DEFAULT '24h'::text NOT NULL,
    duration_format text DEFAULT 'clock'::text NOT NULL,
    week_start bigint DEFAULT 1 NOT NULL,
    default_billing_status text,
    default_workspace_id bigint,
    is_admin bigint DEFAULT 0 NOT NULL,
    is_active bigint DEFAULT 1 NOT NULL,
    version bigint DEFAULT 1 NOT NULL,
    created_at bigint NOT NULL,
    updated_at bigint NOT NULL,
    CONSTRAINT user_default_billing_status_check CHECK ((default_billing_status = ANY (ARRAY['not_billable'::text, 'billable'::text]))),
    CONSTRAINT user_duration_format_check CHECK ((duration_format = ANY (ARRAY['clock'::text, 'decimal'::text]))),
    CONSTRAINT user_is_active_check CHECK ((is_active = ANY (ARRAY[(0)::bigint, (1)::bigint]))),
    CONSTRAINT user_is_admin_check CHECK ((is_admin = ANY (ARRAY[(0)::bigint, (1)::bigint]))),
    CONSTRAINT user_time_format_check CHECK ((time_format = ANY (ARRAY['24h'::text, '12h'::text]))),
    CONSTRAINT user_week_start_check CHECK (((week_start >= 1) AND (week_start <= 7)))
);


--
-- Name: user_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.user_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: user_id_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: -
--

ALTER SEQUENCE public.user_id_seq OWNED BY public."user".id;


--
-- Name: workspace; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.workspace (
    id bigint NOT NULL,
    personal_user_id bigint,
    name text NOT NULL,
    time_zone text NOT NULL,
    week_start bigint DEFAULT 1 NOT NULL,
    default_billing_status text,
    locked_before text,
    refuses_overlap bigint DEFAULT 0 NOT NULL,
    protects_billed bigint DEFAULT 0 NOT NULL,
    only_admins_create_projects bigint DEFAULT 0 NOT NULL,
    version bigint DEFAULT 1 NOT NULL,
    created_at bigint NOT NULL,
    updated_at bigint NOT NULL,
    deleted_at bigint,
    CONSTRAINT workspace_default_billing_status_check CHECK ((default_billing_status = ANY (ARRAY['not_billable'::text, 'billable'::text]))),
    CONSTRAINT workspace_only_admins_create_projects_check CHECK ((only_admins_create_projects = ANY (ARRAY[(0)::bigint, (1)::bigint]))),
    CONSTRAINT workspace_protects_billed_check CHECK ((protects_billed = ANY (ARRAY[(0)::bigint, (1)::bigint]))),
    CONSTRAINT workspace_refuses_overlap_check CHECK ((refuses_overlap = ANY (ARRAY[(0)::bigint, (1)::bigint]))),
    CONSTRAINT workspace_week_start_check CHECK (((week_start >= 1) AND (week_start <= 7)))
);


--
-- Name: workspace_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.workspace_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: workspace_id_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: -
--

ALTER SEQUENCE public.workspace_id_seq OWNED BY public.workspace.id;


--
-- Name: client id; Type: DEFAULT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.client ALTER COLUMN id SET DEFAULT nextval('public.client_id_seq'::regclass);


--
-- Name: entry id; Type: DEFAULT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.entry ALTER COLUMN id SET DEFAULT nextval('public.entry_id_seq'::regclass);


--
-- Name: event id; Type: DEFAULT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.event ALTER COLUMN id SET DEFAULT nextval('public.event_id_seq'::regclass);


--
-- Name: invitation id; Type: DEFAULT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.invitation ALTER COLUMN id SET DEFAULT nextval('public.invitation_id_seq'::regclass);


--
-- Name: job id; Type: DEFAULT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.job ALTER COLUMN id SET DEFAULT nextval('public.job_id_seq'::regclass);


--
-- Name: member id; Type: DEFAULT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.member ALTER COLUMN id SET DEFAULT nextval('public.member_id_seq'::regclass);


--
-- Name: password_reset id; Type: DEFAULT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.password_reset ALTER COLUMN id SET DEFAULT nextval('public.password_reset_id_seq'::regclass);


--
-- Name: project id; Type: DEFAULT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.project ALTER COLUMN id SET DEFAULT nextval('public.project_id_seq'::regclass);


--
-- Name: session id; Type: DEFAULT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.session ALTER COLUMN id SET DEFAULT nextval('public.session_id_seq'::regclass);


--
-- Name: tag id; Type: DEFAULT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tag ALTER COLUMN id SET DEFAULT nextval('public.tag_id_seq'::regclass);


--
-- Name: task id; Type: DEFAULT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.task ALTER COLUMN id SET DEFAULT nextval('public.task_id_seq'::regclass);


--
-- Name: token id; Type: DEFAULT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.token ALTER COLUMN id SET DEFAULT nextval('public.token_id_seq'::regclass);


--
-- Name: user id; Type: DEFAULT; Schema: public; Owner: -
--

ALTER TABLE ONLY public."user" ALTER COLUMN id SET DEFAULT nextval('public.user_id_seq'::regclass);


--
-- Name: workspace id; Type: DEFAULT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.workspace ALTER COLUMN id SET DEFAULT nextval('public.workspace_id_seq'::regclass);


--
-- Data for Name: client; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.client VALUES (1, 2, 'Éclair & Co.', 'éclair & co.', NULL, NULL, NULL, NULL, NULL, 'company', 1, '{}', 1, 1795369964750, 1795369964750, NULL);


--
-- Data for Name: entry; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.entry VALUES (1, 2, 1, 2, 1, NULL, 'Fix basket rounding', NULL, 'fix basket rounding', 1772438520000, 1772444400000, NULL, 0, 'Europe/Berlin', '2026-03-02', 'billable', '{}', 'manual', 'native', 'node', 1, 1795369964808, 1795369964808, NULL);
INSERT INTO public.entry VALUES (2, 2, 1, 1, NULL, NULL, 'Review', NULL, 'review', 1772444400000, 1772446500000, NULL, 0, 'Europe/Berlin', '2026-03-02', 'billed', '{}', 'manual', 'native', 'node', 1, 1795369964832, 1795369964832, NULL);
INSERT INTO public.entry VALUES (3, 1, 1, NULL, NULL, NULL, 'Standup 🌞', NULL, 'standup 🌞', 1772446500000, 1772447400000, NULL, 300, 'Europe/Berlin', '2026-03-02', 'billable', '{"room":"blue"}', 'manual', 'native', 'node', 1, 1795369964843, 1795369964843, NULL);
INSERT INTO public.entry VALUES (4, 2, 1, 2, NULL, NULL, 'Release', NULL, 'release', 1772487000000, 1772492340000, NULL, 0, 'Europe/Berlin', '2026-03-02', 'billable', '{}', 'manual', 'native', 'node', 2, 1795369964851, 1795369964858, 1795369964858);
INSERT INTO public.entry VALUES (5, 2, 1, 2, NULL, NULL, 'Still running', NULL, 'still running', 1795369964000, NULL, NULL, 0, 'Europe/Berlin', '2026-11-22', 'billable', '{}', 'timer', 'native', 'node', 1, 1795369964906, 1795369964906, NULL);


--
-- Data for Name: entry_tag; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.entry_tag VALUES (2, 1, 1);


--
-- Data for Name: event; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.event VALUES (1, 1, 1795369963785, 'd3956ff0-c0b5-429b-b273-4f8713d7d56a', 1, NULL, 'native', 'node', 'workspace.created', 'workspace', 1, NULL, NULL, '{"id":1,"personal_user_id":1,"name":"Personal","time_zone":"Europe/Berlin","week_start":1,"default_billing_status":null,"locked_before":null,"refuses_overlap":0,"protects_billed":0,"only_admins_create_projects":0,"version":1,"created_at":1795369963785,"updated_at":1795369963785,"deleted_at":null}');
INSERT INTO public.event VALUES (2, 1, 1795369963785, 'd3956ff0-c0b5-429b-b273-4f8713d7d56a', 1, NULL, 'native', 'node', 'member.created', 'member', 1, NULL, NULL, '{"id":1,"workspace_id":1,"user_id":1,"role":"owner","designation":null,"department":null,"is_active":1,"version":1,"created_at":1795369963785,"updated_at":1795369963785}');
INSERT INTO public.event VALUES (3, 1, 1795369963785, 'd3956ff0-c0b5-429b-b273-4f8713d7d56a', NULL, NULL, 'native', 'node', 'user.created', 'user', 1, 1, NULL, '{"id":1,"email":"owner@example.com","email_key":"owner@example.com","name":"Ada Example","time_zone":"Europe/Berlin","locale":null,"time_format":"24h","duration_format":"clock","week_start":1,"default_billing_status":null,"default_workspace_id":1,"is_admin":1,"is_active":1,"version":1,"created_at":1795369963785,"updated_at":1795369963785}');
INSERT INTO public.event VALUES (4, 2, 1795369963785, 'd3956ff0-c0b5-429b-b273-4f8713d7d56a', 1, NULL, 'native', 'node', 'workspace.created', 'workspace', 2, NULL, NULL, '{"id":2,"personal_user_id":null,"name":"Studio","time_zone":"Europe/Berlin","week_start":1,"default_billing_status":null,"locked_before":null,"refuses_overlap":0,"protects_billed":0,"only_admins_create_projects":0,"version":1,"created_at":1795369963785,"updated_at":1795369963785,"deleted_at":null}');
INSERT INTO public.event VALUES (5, 2, 1795369963785, 'd3956ff0-c0b5-429b-b273-4f8713d7d56a', 1, NULL, 'native', 'node', 'member.created', 'member', 2, NULL, NULL, '{"id":2,"workspace_id":2,"user_id":1,"role":"owner","designation":null,"department":null,"is_active":1,"version":1,"created_at":1795369963785,"updated_at":1795369963785}');
INSERT INTO public.event VALUES (6, 1, 1795369963785, 'd3956ff0-c0b5-429b-b273-4f8713d7d56a', 1, NULL, 'native', 'node', 'user.signed_in', 'user', 1, 1, NULL, '{"ip":"127.0.0.1","user_agent":"node"}');
INSERT INTO public.event VALUES (7, 1, 1795369964126, 'a951c289-b8b2-433a-a668-07e6af0efa01', 1, NULL, 'admin', 'create-token', 'token.created', 'token', 1, 1, NULL, '{"id":1,"user_id":1,"workspace_id":null,"name":"release","prefix":"tt_yf8-X","scopes":"[\"*\"]","allowed_ips":"[]","expires_at":null,"last_used_at":null,"usage_count":0,"created_at":1795369964126,"revoked_at":null}');
INSERT INTO public.event VALUES (8, 3, 1795369964423, '6c891167-e7a6-4553-a298-0681a919dd69', 2, NULL, 'admin', 'create-user', 'workspace.created', 'workspace', 3, NULL, NULL, '{"id":3,"personal_user_id":2,"name":"Personal","time_zone":"America/St_Johns","week_start":1,"default_billing_status":null,"locked_before":null,"refuses_overlap":0,"protects_billed":0,"only_admins_create_projects":0,"version":1,"created_at":1795369964423,"updated_at":1795369964423,"deleted_at":null}');
INSERT INTO public.event VALUES (9, 3, 1795369964423, '6c891167-e7a6-4553-a298-0681a919dd69', 2, NULL, 'admin', 'create-user', 'member.created', 'member', 3, NULL, NULL, '{"id":3,"workspace_id":3,"user_id":2,"role":"owner","designation":null,"department":null,"is_active":1,"version":1,"created_at":1795369964423,"updated_at":1795369964423}');
INSERT INTO public.event VALUES (10, 3, 1795369964423, '6c891167-e7a6-4553-a298-0681a919dd69', NULL, NULL, 'admin', 'create-user', 'user.created', 'user', 2, 2, NULL, '{"id":2,"email":"member@example.com","email_key":"member@example.com","name":null,"time_zone":"America/St_Johns","locale":null,"time_format":"24h","duration_format":"clock","week_start":1,"default_billing_status":null,"default_workspace_id":3,"is_admin":0,"is_active":1,"version":1,"created_at":1795369964423,"updated_at":1795369964423}');
INSERT INTO public.event VALUES (11, 2, 1795369964730, '2796a6e0-a86a-4781-ac53-05f4af3c9550', NULL, NULL, 'admin', 'add-member', 'member.created', 'member', 4, NULL, NULL, '{"id":4,"workspace_id":2,"user_id":2,"role":"member","designation":null,"department":null,"is_active":1,"version":1,"created_at":1795369964730,"updated_at":1795369964730}');
INSERT INTO public.event VALUES (12, 2, 1795369964750, 'd3cfabb3-40d6-4ccb-af55-0ab3ec743813', 1, 1, 'native', 'node', 'client.created', 'client', 1, NULL, NULL, '{"id":1,"workspace_id":2,"name":"Éclair & Co.","name_key":"éclair & co.","notes":null,"contact_person":null,"email":null,"phone":null,"address":null,"type":"company","is_active":1,"custom_fields":"{}","version":1,"created_at":1795369964750,"updated_at":1795369964750,"deleted_at":null}');
INSERT INTO public.event VALUES (13, 2, 1795369964765, '96302bbe-9a50-4fb9-be12-41a2ac8669ca', 1, 1, 'native', 'node', 'project.created', 'project', 1, NULL, NULL, '{"id":1,"workspace_id":2,"parent_id":null,"path":"/1/","position":0,"client_id":1,"title":"Website","title_key":"website","code":null,"notes":null,"color":"#8E4DFF","productivity_score":1,"status":"active","is_archived":0,"archived_at":null,"archived_by":null,"archive_reason":null,"is_private":0,"default_billing_status":null,"estimate_seconds":null,"starts_on":null,"ends_on":null,"custom_fields":"{}","version":1,"created_at":1795369964765,"updated_at":1795369964765,"deleted_at":null}');
INSERT INTO public.event VALUES (14, 2, 1795369964786, '1192d9d0-11bc-4399-878d-618a78b5f6b1', 1, 1, 'native', 'node', 'project.created', 'project', 2, NULL, NULL, '{"id":2,"workspace_id":2,"parent_id":1,"path":"/1/2/","position":0,"client_id":null,"title":"Shop","title_key":"shop","code":null,"notes":null,"color":"#FF884D","productivity_score":1,"status":"active","is_archived":0,"archived_at":null,"archived_by":null,"archive_reason":null,"is_private":0,"default_billing_status":null,"estimate_seconds":null,"starts_on":null,"ends_on":null,"custom_fields":"{}","version":1,"created_at":1795369964786,"updated_at":1795369964786,"deleted_at":null}');
INSERT INTO public.event VALUES (15, 2, 1795369964796, '5bf8732e-f7d4-4952-bef3-c7cc09628454', 1, 1, 'native', 'node', 'task.created', 'task', 1, NULL, NULL, '{"id":1,"workspace_id":2,"project_id":2,"name":"Basket","name_key":"basket","description":null,"status":"todo","priority":"medium","estimate_seconds":null,"due_on":null,"created_by":1,"started_at":null,"completed_at":null,"version":1,"created_at":1795369964796,"updated_at":1795369964796,"deleted_at":null,"assignee_ids":[]}');
INSERT INTO public.event VALUES (16, 2, 1795369964808, 'bff8b4c4-33d2-44a0-ae9f-0eaf8a068b58', 1, 1, 'native', 'node', 'tag.created', 'tag', 1, NULL, NULL, '{"id":1,"workspace_id":2,"name":"bug","name_key":"bug","color":null,"description":null,"version":1,"created_at":1795369964808,"updated_at":1795369964808,"deleted_at":null}');
INSERT INTO public.event VALUES (17, 2, 1795369964808, 'bff8b4c4-33d2-44a0-ae9f-0eaf8a068b58', 1, 1, 'native', 'node', 'entry.created', 'entry', 1, 1, NULL, '{"id":1,"workspace_id":2,"user_id":1,"project_id":2,"task_id":1,"client_id":null,"title":"Fix basket rounding","notes":null,"search_text":"fix basket rounding","started_at":1772438520000,"ended_at":1772444400000,"paused_at":null,"break_seconds":0,"time_zone":"Europe/Berlin","started_on":"2026-03-02","billing_status":"billable","custom_fields":"{}","source":"manual","via_wire":"native","via_client":"node","version":1,"created_at":1795369964808,"updated_at":1795369964808,"deleted_at":null,"tag_ids":[1]}');
INSERT INTO public.event VALUES (18, 2, 1795369964832, 'ace7b088-15d7-469b-ad41-f2b77cb0a747', 1, 1, 'native', 'node', 'entry.created', 'entry', 2, 1, NULL, '{"id":2,"workspace_id":2,"user_id":1,"project_id":1,"task_id":null,"client_id":null,"title":"Review","notes":null,"search_text":"review","started_at":1772444400000,"ended_at":1772446500000,"paused_at":null,"break_seconds":0,"time_zone":"Europe/Berlin","started_on":"2026-03-02","billing_status":"billed","custom_fields":"{}","source":"manual","via_wire":"native","via_client":"node","version":1,"created_at":1795369964832,"updated_at":1795369964832,"deleted_at":null,"tag_ids":[]}');
INSERT INTO public.event VALUES (19, 1, 1795369964843, '80129e80-ab4d-409a-99b3-fcbe89577a40', 1, 1, 'native', 'node', 'entry.created', 'entry', 3, 1, NULL, '{"id":3,"workspace_id":1,"user_id":1,"project_id":null,"task_id":null,"client_id":null,"title":"Standup 🌞","notes":null,"search_text":"standup 🌞","started_at":1772446500000,"ended_at":1772447400000,"paused_at":null,"break_seconds":300,"time_zone":"Europe/Berlin","started_on":"2026-03-02","billing_status":"billable","custom_fields":"{\"room\":\"blue\"}","source":"manual","via_wire":"native","via_client":"node","version":1,"created_at":1795369964843,"updated_at":1795369964843,"deleted_at":null,"tag_ids":[]}');
INSERT INTO public.event VALUES (20, 2, 1795369964851, '710ac26b-a438-48a7-926a-c8e1c7612e7c', 1, 1, 'native', 'node', 'entry.created', 'entry', 4, 1, NULL, '{"id":4,"workspace_id":2,"user_id":1,"project_id":2,"task_id":null,"client_id":null,"title":"Release","notes":null,"search_text":"release","started_at":1772487000000,"ended_at":1772492340000,"paused_at":null,"break_seconds":0,"time_zone":"Europe/Berlin","started_on":"2026-03-02","billing_status":"billable","custom_fields":"{}","source":"manual","via_wire":"native","via_client":"node","version":1,"created_at":1795369964851,"updated_at":1795369964851,"deleted_at":null,"tag_ids":[]}');
INSERT INTO public.event VALUES (21, 2, 1795369964858, 'a0cd3d59-ba95-4727-a271-01d8d49738b2', 1, 1, 'native', 'node', 'entry.deleted', 'entry', 4, 1, '{"id":4,"workspace_id":2,"user_id":1,"project_id":2,"task_id":null,"client_id":null,"title":"Release","notes":null,"search_text":"release","started_at":1772487000000,"ended_at":1772492340000,"paused_at":null,"break_seconds":0,"time_zone":"Europe/Berlin","started_on":"2026-03-02","billing_status":"billable","custom_fields":"{}","source":"manual","via_wire":"native","via_client":"node","version":1,"created_at":1795369964851,"updated_at":1795369964851,"deleted_at":null,"tag_ids":[]}', '{"id":4,"workspace_id":2,"user_id":1,"project_id":2,"task_id":null,"client_id":null,"title":"Release","notes":null,"search_text":"release","started_at":1772487000000,"ended_at":1772492340000,"paused_at":null,"break_seconds":0,"time_zone":"Europe/Berlin","started_on":"2026-03-02","billing_status":"billable","custom_fields":"{}","source":"manual","via_wire":"native","via_client":"node","version":2,"created_at":1795369964851,"updated_at":1795369964858,"deleted_at":1795369964858,"tag_ids":[]}');
INSERT INTO public.event VALUES (22, 2, 1795369964883, '994cb7a7-0eb6-44ea-9b72-9659d1eab0a7', 1, 1, 'native', 'node', 'workspace.updated', 'workspace', 2, NULL, '{"id":2,"personal_user_id":null,"name":"Studio","time_zone":"Europe/Berlin","week_start":1,"default_billing_status":null,"locked_before":null,"refuses_overlap":0,"protects_billed":0,"only_admins_create_projects":0,"version":1,"created_at":1795369963785,"updated_at":1795369963785,"deleted_at":null}', '{"id":2,"personal_user_id":null,"name":"Studio","time_zone":"Europe/Berlin","week_start":1,"default_billing_status":null,"locked_before":"2026-01-01","refuses_overlap":0,"protects_billed":0,"only_admins_create_projects":0,"version":2,"created_at":1795369963785,"updated_at":1795369964883,"deleted_at":null}');
INSERT INTO public.event VALUES (23, 2, 1795369964898, 'b49e8901-2330-484a-b0cd-023a396ad1bb', 1, 1, 'native', 'node', 'invitation.created', 'invitation', 1, NULL, NULL, '{"id":1,"workspace_id":2,"email":"guest@example.com","email_key":"guest@example.com","role":"viewer","invited_by":1,"created_at":1795369964898,"expires_at":1796579564898,"accepted_at":null,"accepted_by":null,"revoked_at":null}');
INSERT INTO public.event VALUES (24, 2, 1795369964906, '34c25c5d-b2e0-4ddf-a925-99de798302f9', 1, 1, 'native', 'node', 'entry.started', 'entry', 5, 1, NULL, '{"id":5,"workspace_id":2,"user_id":1,"project_id":2,"task_id":null,"client_id":null,"title":"Still running","notes":null,"search_text":"still running","started_at":1795369964000,"ended_at":null,"paused_at":null,"break_seconds":0,"time_zone":"Europe/Berlin","started_on":"2026-11-22","billing_status":"billable","custom_fields":"{}","source":"timer","via_wire":"native","via_client":"node","version":1,"created_at":1795369964906,"updated_at":1795369964906,"deleted_at":null,"tag_ids":[]}');


--
-- Data for Name: idempotency_key; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: invitation; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.invitation VALUES (1, 2, 'guest@example.com', 'guest@example.com', 'viewer', '86bfd47eff45c14d101c4c6d3c48a8d2ccaa50e9812692961745c585d82472fe', 1, 1795369964898, 1796579564898, NULL, NULL, NULL);


--
-- Data for Name: job; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: member; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.member VALUES (1, 1, 1, 'owner', NULL, NULL, 1, 1, 1795369963785, 1795369963785);
INSERT INTO public.member VALUES (2, 2, 1, 'owner', NULL, NULL, 1, 1, 1795369963785, 1795369963785);
INSERT INTO public.member VALUES (3, 3, 2, 'owner', NULL, NULL, 1, 1, 1795369964423, 1795369964423);
INSERT INTO public.member VALUES (4, 2, 2, 'member', NULL, NULL, 1, 1, 1795369964730, 1795369964730);


--
-- Data for Name: migration; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.migration VALUES (1, '0001-first', 1795369963667);


--
-- Data for Name: password_reset; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: project; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.project VALUES (1, 2, NULL, '/1/', 0, 1, 'Website', 'website', NULL, NULL, '#8E4DFF', 1, 'active', 0, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, '{}', 1, 1795369964765, 1795369964765, NULL);
INSERT INTO public.project VALUES (2, 2, 1, '/1/2/', 0, NULL, 'Shop', 'shop', NULL, NULL, '#FF884D', 1, 'active', 0, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, '{}', 1, 1795369964786, 1795369964786, NULL);


--
-- Data for Name: project_member; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: session; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.session VALUES (1, 1, '6fe03af1cab6e61f6ca04fa25dacbbbe32f5d0596f7c6b5d87fb581f0217dac0', 'node', '127.0.0.1', 1795369963785, 1795369963785, 1797961963785);


--
-- Data for Name: tag; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.tag VALUES (1, 2, 'bug', 'bug', NULL, NULL, 1, 1795369964808, 1795369964808, NULL);


--
-- Data for Name: task; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.task VALUES (1, 2, 2, 'Basket', 'basket', NULL, 'todo', 'medium', NULL, NULL, 1, NULL, NULL, 1, 1795369964796, 1795369964796, NULL);


--
-- Data for Name: task_assignee; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: token; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.token VALUES (1, 1, NULL, 'release', 'tt_yf8-X', '9f1e5e73ddc94836f1b0e1ed7954c60c78c96bf4610e5684716da313195fbf73', '["*"]', '[]', NULL, 1795369964906, 13, 1795369964126, NULL);


--
-- Data for Name: user; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public."user" VALUES (1, 'owner@example.com', 'owner@example.com', 'Ada Example', '$argon2id$v=19$m=19456,t=2,p=1$Bqf5zGL7GHPVQIT7q1iD/Q$di+7ujIPyhPr8Dzc/W/p2RPCihfZn72tjvG7Hs2HR/M', 'Europe/Berlin', NULL, '24h', 'clock', 1, NULL, 1, 1, 1, 1, 1795369963785, 1795369963785);
INSERT INTO public."user" VALUES (2, 'member@example.com', 'member@example.com', NULL, '$argon2id$v=19$m=19456,t=2,p=1$jIqbS7U5MNrqfb2ub2+3Jw$H81Xh51R56rlMzqRNmWtG6Jkprlz5eFE280APO2rK5k', 'America/St_Johns', NULL, '24h', 'clock', 1, NULL, 3, 0, 1, 1, 1795369964423, 1795369964423);


--
-- Data for Name: workspace; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.workspace VALUES (1, 1, 'Personal', 'Europe/Berlin', 1, NULL, NULL, 0, 0, 0, 1, 1795369963785, 1795369963785, NULL);
INSERT INTO public.workspace VALUES (3, 2, 'Personal', 'America/St_Johns', 1, NULL, NULL, 0, 0, 0, 1, 1795369964423, 1795369964423, NULL);
INSERT INTO public.workspace VALUES (2, NULL, 'Studio', 'Europe/Berlin', 1, NULL, '2026-01-01', 0, 0, 0, 2, 1795369963785, 1795369964883, NULL);


--
-- Name: client_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.client_id_seq', 1, true);


--
-- Name: entry_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.entry_id_seq', 5, true);


--
-- Name: event_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.event_id_seq', 24, true);


--
-- Name: invitation_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.invitation_id_seq', 1, true);


--
-- Name: job_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.job_id_seq', 1, false);


--
-- Name: member_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.member_id_seq', 4, true);


--
-- Name: password_reset_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.password_reset_id_seq', 1, false);


--
-- Name: project_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.project_id_seq', 2, true);


--
-- Name: session_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.session_id_seq', 1, true);


--
-- Name: tag_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.tag_id_seq', 1, true);


--
-- Name: task_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.task_id_seq', 1, true);


--
-- Name: token_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.token_id_seq', 1, true);


--
-- Name: user_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.user_id_seq', 2, true);


--
-- Name: workspace_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.workspace_id_seq', 3, true);


--
-- Name: client client_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.client
    ADD CONSTRAINT client_pkey PRIMARY KEY (workspace_id, id);


--
-- Name: entry entry_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.entry
    ADD CONSTRAINT entry_pkey PRIMARY KEY (workspace_id, id);


--
-- Name: entry_tag entry_tag_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.entry_tag
    ADD CONSTRAINT entry_tag_pkey PRIMARY KEY (workspace_id, entry_id, tag_id);


--
-- Name: event event_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.event
    ADD CONSTRAINT event_pkey PRIMARY KEY (workspace_id, id);


--
-- Name: idempotency_key idempotency_key_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.idempotency_key
    ADD CONSTRAINT idempotency_key_pkey PRIMARY KEY (actor, key);


--
-- Name: invitation invitation_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.invitation
    ADD CONSTRAINT invitation_pkey PRIMARY KEY (workspace_id, id);


--
-- Name: job job_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.job
    ADD CONSTRAINT job_pkey PRIMARY KEY (id);


--
-- Name: member member_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.member
    ADD CONSTRAINT member_pkey PRIMARY KEY (workspace_id, id);


--
-- Name: member member_workspace_id_user_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.member
    ADD CONSTRAINT member_workspace_id_user_id_key UNIQUE (workspace_id, user_id);


--
-- Name: migration migration_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.migration
    ADD CONSTRAINT migration_pkey PRIMARY KEY (id);


--
-- Name: password_reset password_reset_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.password_reset
    ADD CONSTRAINT password_reset_pkey PRIMARY KEY (id);


--
-- Name: password_reset password_reset_secret_hash_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.password_reset
    ADD CONSTRAINT password_reset_secret_hash_key UNIQUE (secret_hash);


--
-- Name: project_member project_member_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.project_member
    ADD CONSTRAINT project_member_pkey PRIMARY KEY (workspace_id, project_id, user_id);


--
-- Name: project project_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.project
    ADD CONSTRAINT project_pkey PRIMARY KEY (workspace_id, id);


--
-- Name: session session_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.session
    ADD CONSTRAINT session_pkey PRIMARY KEY (id);


--
-- Name: session session_secret_hash_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.session
    ADD CONSTRAINT session_secret_hash_key UNIQUE (secret_hash);


--
-- Name: tag tag_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tag
    ADD CONSTRAINT tag_pkey PRIMARY KEY (workspace_id, id);


--
-- Name: task_assignee task_assignee_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.task_assignee
    ADD CONSTRAINT task_assignee_pkey PRIMARY KEY (workspace_id, task_id, user_id);


--
-- Name: task task_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.task
    ADD CONSTRAINT task_pkey PRIMARY KEY (workspace_id, id);


--
-- Name: token token_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.token
    ADD CONSTRAINT token_pkey PRIMARY KEY (id);


--
-- Name: token token_secret_hash_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.token
    ADD CONSTRAINT token_secret_hash_key UNIQUE (secret_hash);


--
-- Name: user user_email_key_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public."user"
    ADD CONSTRAINT user_email_key_key UNIQUE (email_key);


--
-- Name: user user_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public."user"
    ADD CONSTRAINT user_pkey PRIMARY KEY (id);


--
-- Name: workspace workspace_personal_user_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.workspace
    ADD CONSTRAINT workspace_personal_user_id_key UNIQUE (personal_user_id);


--
-- Name: workspace workspace_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.workspace
    ADD CONSTRAINT workspace_pkey PRIMARY KEY (id);


--
-- Name: client_name; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX client_name ON public.client USING btree (workspace_id, name_key) WHERE (deleted_at IS NULL);


--
-- Name: entry_by_end; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX entry_by_end ON public.entry USING btree (user_id, ended_at);


--
-- Name: entry_by_project; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX entry_by_project ON public.entry USING btree (workspace_id, project_id, started_at);


--
-- Name: entry_by_task; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX entry_by_task ON public.entry USING btree (workspace_id, task_id) WHERE (task_id IS NOT NULL);


--
-- Name: entry_by_user; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX entry_by_user ON public.entry USING btree (user_id, started_at, id);


--
-- Name: entry_by_workspace; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX entry_by_workspace ON public.entry USING btree (workspace_id, started_at, id);


--
-- Name: entry_deleted; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX entry_deleted ON public.entry USING btree (deleted_at) WHERE (deleted_at IS NOT NULL);


--
-- Name: entry_long; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX entry_long ON public.entry USING btree (workspace_id, started_at) WHERE ((ended_at IS NULL) OR ((ended_at - started_at) > 86400000));


--
-- Name: entry_running; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX entry_running ON public.entry USING btree (user_id) WHERE ((ended_at IS NULL) AND (deleted_at IS NULL));


--
-- Name: entry_tag_by_tag; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX entry_tag_by_tag ON public.entry_tag USING btree (workspace_id, tag_id, entry_id);


--
-- Name: event_by_operation; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX event_by_operation ON public.event USING btree (operation_id);


--
-- Name: event_by_subject; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX event_by_subject ON public.event USING btree (workspace_id, subject_kind, subject_id);


--
-- Name: idempotency_key_by_age; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX idempotency_key_by_age ON public.idempotency_key USING btree (created_at);


--
-- Name: invitation_by_secret; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX invitation_by_secret ON public.invitation USING btree (secret_hash);


--
-- Name: invitation_open; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX invitation_open ON public.invitation USING btree (workspace_id, email_key) WHERE ((accepted_at IS NULL) AND (revoked_at IS NULL));


--
-- Name: job_due; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX job_due ON public.job USING btree (run_at) WHERE (failed_at IS NULL);


--
-- Name: member_by_user; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX member_by_user ON public.member USING btree (user_id);


--
-- Name: password_reset_by_expiry; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX password_reset_by_expiry ON public.password_reset USING btree (expires_at);


--
-- Name: project_archived; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX project_archived ON public.project USING btree (workspace_id) WHERE ((is_archived = 1) AND (deleted_at IS NULL));


--
-- Name: project_by_parent; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX project_by_parent ON public.project USING btree (workspace_id, parent_id, "position");


--
-- Name: project_by_title; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX project_by_title ON public.project USING btree (workspace_id, title_key);


--
-- Name: project_private; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX project_private ON public.project USING btree (workspace_id) WHERE ((is_private = 1) AND (deleted_at IS NULL));


--
-- Name: session_by_expiry; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX session_by_expiry ON public.session USING btree (expires_at);


--
-- Name: session_by_user; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX session_by_user ON public.session USING btree (user_id);


--
-- Name: tag_name; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX tag_name ON public.tag USING btree (workspace_id, name_key) WHERE (deleted_at IS NULL);


--
-- Name: task_name; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX task_name ON public.task USING btree (workspace_id, project_id, name_key) WHERE (deleted_at IS NULL);


--
-- Name: token_by_user; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX token_by_user ON public.token USING btree (user_id);


--
-- Name: client client_workspace_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.client
    ADD CONSTRAINT client_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES public.workspace(id);


--
-- Name: entry_tag entry_tag_workspace_id_entry_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.entry_tag
    ADD CONSTRAINT entry_tag_workspace_id_entry_id_fkey FOREIGN KEY (workspace_id, entry_id) REFERENCES public.entry(workspace_id, id) ON DELETE CASCADE;


--
-- Name: entry_tag entry_tag_workspace_id_tag_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.entry_tag
    ADD CONSTRAINT entry_tag_workspace_id_tag_id_fkey FOREIGN KEY (workspace_id, tag_id) REFERENCES public.tag(workspace_id, id) ON DELETE CASCADE;


--
-- Name: entry entry_user_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.entry
    ADD CONSTRAINT entry_user_id_fkey FOREIGN KEY (user_id) REFERENCES public."user"(id);


--
-- Name: entry entry_workspace_id_client_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.entry
    ADD CONSTRAINT entry_workspace_id_client_id_fkey FOREIGN KEY (workspace_id, client_id) REFERENCES public.client(workspace_id, id);


--
-- Name: entry entry_workspace_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.entry
    ADD CONSTRAINT entry_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES public.workspace(id);


--
-- Name: entry entry_workspace_id_project_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.entry
    ADD CONSTRAINT entry_workspace_id_project_id_fkey FOREIGN KEY (workspace_id, project_id) REFERENCES public.project(workspace_id, id);


--
-- Name: entry entry_workspace_id_task_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.entry
    ADD CONSTRAINT entry_workspace_id_task_id_fkey FOREIGN KEY (workspace_id, task_id) REFERENCES public.task(workspace_id, id);


--
-- Name: event event_workspace_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.event
    ADD CONSTRAINT event_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES public.workspace(id);


--
-- Name: invitation invitation_accepted_by_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.invitation
    ADD CONSTRAINT invitation_accepted_by_fkey FOREIGN KEY (accepted_by) REFERENCES public."user"(id);


--
-- Name: invitation invitation_invited_by_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.invitation
    ADD CONSTRAINT invitation_invited_by_fkey FOREIGN KEY (invited_by) REFERENCES public."user"(id);


--
-- Name: invitation invitation_workspace_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.invitation
    ADD CONSTRAINT invitation_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES public.workspace(id);


--
-- Name: member member_user_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.member
    ADD CONSTRAINT member_user_id_fkey FOREIGN KEY (user_id) REFERENCES public."user"(id);


--
-- Name: member member_workspace_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.member
    ADD CONSTRAINT member_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES public.workspace(id);


--
-- Name: password_reset password_reset_user_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.password_reset
    ADD CONSTRAINT password_reset_user_id_fkey FOREIGN KEY (user_id) REFERENCES public."user"(id);


--
-- Name: project_member project_member_user_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.project_member
    ADD CONSTRAINT project_member_user_id_fkey FOREIGN KEY (user_id) REFERENCES public."user"(id);


--
-- Name: project_member project_member_workspace_id_project_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.project_member
    ADD CONSTRAINT project_member_workspace_id_project_id_fkey FOREIGN KEY (workspace_id, project_id) REFERENCES public.project(workspace_id, id) ON DELETE CASCADE;


--
-- Name: project project_workspace_id_client_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.project
    ADD CONSTRAINT project_workspace_id_client_id_fkey FOREIGN KEY (workspace_id, client_id) REFERENCES public.client(workspace_id, id);


--
-- Name: project project_workspace_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.project
    ADD CONSTRAINT project_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES public.workspace(id);


--
-- Name: project project_workspace_id_parent_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.project
    ADD CONSTRAINT project_workspace_id_parent_id_fkey FOREIGN KEY (workspace_id, parent_id) REFERENCES public.project(workspace_id, id);


--
-- Name: session session_user_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.session
    ADD CONSTRAINT session_user_id_fkey FOREIGN KEY (user_id) REFERENCES public."user"(id);


--
-- Name: tag tag_workspace_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tag
    ADD CONSTRAINT tag_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES public.workspace(id);


--
-- Name: task_assignee task_assignee_user_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.task_assignee
    ADD CONSTRAINT task_assignee_user_id_fkey FOREIGN KEY (user_id) REFERENCES public."user"(id);


--
-- Name: task_assignee task_assignee_workspace_id_task_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.task_assignee
    ADD CONSTRAINT task_assignee_workspace_id_task_id_fkey FOREIGN KEY (workspace_id, task_id) REFERENCES public.task(workspace_id, id) ON DELETE CASCADE;


--
-- Name: task task_workspace_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.task
    ADD CONSTRAINT task_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES public.workspace(id);


--
-- Name: task task_workspace_id_project_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.task
    ADD CONSTRAINT task_workspace_id_project_id_fkey FOREIGN KEY (workspace_id, project_id) REFERENCES public.project(workspace_id, id);


--
-- Name: token token_user_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.token
    ADD CONSTRAINT token_user_id_fkey FOREIGN KEY (user_id) REFERENCES public."user"(id);


--
-- Name: workspace workspace_personal_user_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.workspace
    ADD CONSTRAINT workspace_personal_user_id_fkey FOREIGN KEY (personal_user_id) REFERENCES public."user"(id);


--
-- PostgreSQL database dump complete
--


